import { Button } from '@mantine/core';
import { IconFileImport, IconUserPlus, IconUserSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf } from '@/api/keys';
import { useSend } from '@/api/useSend';
import { EmptyState } from '@/app/ui/EmptyState';
import { ButtonLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { ADMIN, useDistrict, useMay } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { AddPerson } from './AddPerson';
import { EditPerson } from './EditPerson';
import { InvitationLinks, type NamedLink } from './InvitationLinks';
import { PeopleFilterBar } from './PeopleFilterBar';
import { PeopleList } from './PeopleList';
import { invitePeople, type PeopleFilter, type Person, usePeoplePages } from './queries';

export function PeoplePage() {
  const { t } = useTranslation('people');
  const { id: district } = useDistrict();
  const { q = '', school = null } = useSearch({ from: '/d/$district/people' });
  const navigate = useNavigate();
  const isAdmin = useMay({ district: ADMIN });
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<string | null>(null);
  const [links, setLinks] = useState<NamedLink[] | null>(null);
  useLive(district, 'people');
  const query = usePeoplePages(district, { q, school });
  const people = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const edited = people.find(({ id }) => id === editing);

  const invite = useSend({
    send: (invited: Person[]) =>
      invitePeople(
        district,
        invited.map(({ id }) => id),
      ),
    stale: [keyOf(district, 'people')],
    done: ({ items }, invited) =>
      setLinks(
        items.map((item) => ({
          ...item,
          name: invited.find(({ id }) => id === item.person_id)?.name ?? '',
        })),
      ),
  });

  const look = (filter: PeopleFilter) =>
    void navigate({
      to: '/d/$district/people',
      params: { district },
      search: {
        ...(filter.q ? { q: filter.q } : {}),
        ...(filter.school ? { school: filter.school } : {}),
      },
      replace: true,
    });

  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          isAdmin && (
            <>
              <Button
                leftSection={<IconUserPlus aria-hidden size={20} />}
                onClick={() => setAdding(true)}
              >
                {t('addAction')}
              </Button>
              <ButtonLink
                to="/d/$district/import"
                params={{ district }}
                search={{ kind: 'people' }}
                variant="default"
                leftSection={<IconFileImport aria-hidden size={20} />}
              >
                {t('import')}
              </ButtonLink>
            </>
          )
        }
      />
      <PeopleFilterBar filter={{ q, school }} onChange={look} />
      <QueryView query={query} rows={6}>
        {() =>
          people.length === 0 ? (
            <EmptyState
              icon={IconUserSearch}
              title={t(q || school ? 'empty.noneTitle' : 'empty.title')}
              action={
                (q || school) && (
                  <Button variant="default" onClick={() => look({ q: '', school: null })}>
                    {t('empty.all')}
                  </Button>
                )
              }
            >
              {t(q || school ? 'empty.none' : 'empty.text')}
            </EmptyState>
          ) : (
            <PeopleList
              people={people}
              more={
                query.hasNextPage
                  ? {
                      load: () => void query.fetchNextPage(),
                      loading: query.isFetchingNextPage,
                    }
                  : null
              }
              edit={
                isAdmin
                  ? {
                      open: ({ id }) => setEditing(id),
                      invite: (invited) => invite.mutate(invited),
                    }
                  : null
              }
            />
          )
        }
      </QueryView>
      {isAdmin && (
        <AddPerson
          opened={adding}
          onClose={() => setAdding(false)}
          onInvite={(person) => invite.mutate([person])}
        />
      )}
      {edited && <EditPerson key={edited.id} person={edited} onClose={() => setEditing(null)} />}
      {links && <InvitationLinks links={links} onClose={() => setLinks(null)} />}
    </>
  );
}
