import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keyOf } from '@/api/keys';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { ADMIN, LEAD, useDistrict, useMay, useSession } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { peopleQuery } from '@/people/queries';
import { Beginnings } from './Beginnings';
import { Changed } from './Changed';
import classes from './Home.module.css';
import { MySchools } from './MySchools';
import { PlanGlance } from './PlanGlance';
import { type Home, homeQuery } from './queries';
import { RoundGlance } from './RoundGlance';
import { beginnings } from './rules';
import { Waiting } from './Waiting';

export function HomePage() {
  const { t } = useTranslation('home');
  const { id: district } = useDistrict();
  const session = useSession();
  const home = [keyOf(district, 'home')];
  useLive(district, 'plan', home);
  useLive(district, 'rounds', home);
  useLive(district, 'actions', home);
  useLive(district, 'teams', home);
  useLive(district, 'schools', home);
  useLive(district, 'barriers', home);
  useLive(district, 'communications', home);
  useLive(district, 'agreements', home);
  useLive(district, 'workshops', home);
  const query = useQuery(homeQuery(district));
  const waits = query.data?.waiting.length;
  return (
    <>
      <PageHeader
        title={t('hello', { name: session?.person.name ?? '' })}
        lead={waits === undefined ? undefined : t('waiting.count', { count: waits })}
      />
      <QueryView query={query} rows={5}>
        {(loaded) => <Sections home={loaded} />}
      </QueryView>
    </>
  );
}

function Sections({ home }: { home: Home }) {
  const { id: district } = useDistrict();
  const isAdmin = useMay({ district: ADMIN });
  const leads = useMay({ district: LEAD });
  const people = useQuery({ ...peopleQuery(district, ''), enabled: isAdmin }).data;
  const steps = leads ? beginnings(home, people?.length ?? null, isAdmin) : [];
  const beginning = steps.some(({ done }) => !done);
  return (
    <div className={classes.page}>
      <div className={classes.first}>
        {beginning && <Beginnings steps={steps} />}
        {(!beginning || home.waiting.length > 0) && <Waiting items={home.waiting} />}
      </div>
      <div className={classes.glances}>
        <MySchools />
        <RoundGlance round={home.round} />
        <PlanGlance plan={home.plan} />
      </div>
      <div className={classes.last}>
        <Changed entries={home.changed} />
      </div>
    </div>
  );
}
