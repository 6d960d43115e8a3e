import { Alert, Group, Text } from '@mantine/core';
import { IconDeviceTv, IconUserOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/api/problem';
import { ButtonLink, TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { useDistrict } from '@/identity/session';
import { roomPack } from '@/room/pack';
import { RoomProvider, useRoomHere } from '@/room/RoomContext';
import { stepById } from '@/room/rules/agenda';
import { roomPackQuery, useRoom } from '@/room/useRoom';
import { Actions } from './lead/Actions';
import { AgendaNav } from './lead/AgendaNav';
import { ControlBar } from './lead/ControlBar';
import { LeadLobby } from './lead/LeadLobby';
import { LeadStep } from './lead/LeadStep';
import classes from './lead/lead.module.css';
import { People } from './lead/People';
import { WorkshopState } from './WorkshopState';

/** The one surface from which a workshop is led. */
export function LeadPage() {
  const { t } = useTranslation('workshop');
  const { id: district } = useDistrict();
  const { workshop } = useParams({ from: '/d/$district/workshops/$workshop/lead' });
  const place = { district, workshop, token: null };
  const { query, live } = useRoom(place);
  const pack = useQuery(roomPackQuery(place));
  if (isProblem(query.error, 403))
    return (
      <Alert variant="outline" icon={<IconUserOff aria-hidden />} title={t('lead.mayNot')}>
        {t('lead.mayNotText')}
      </Alert>
    );
  return (
    <QueryView query={query} page>
      {(room) => (
        <QueryView query={pack} page>
          {(words) => (
            <RoomProvider value={{ place, room, pack: roomPack(words), live }}>
              <Room />
            </RoomProvider>
          )}
        </QueryView>
      )}
    </QueryView>
  );
}

function Room() {
  const { t } = useTranslation('workshop');
  const { room, place, live } = useRoomHere();
  const { workshop, stage } = room;
  const step = stepById(workshop.agenda, stage.step);
  const { district } = place;
  return (
    <>
      <PageHeader
        title={workshop.title}
        badge={<WorkshopState state={stage.state} />}
        above={
          <TextLink
            to="/d/$district/workshops/$workshop"
            params={{ district, workshop: workshop.id }}
          >
            {t('lead.toPlan')}
          </TextLink>
        }
        actions={
          <Group gap="sm">
            <ButtonLink
              to="/screen/$district/$workshop"
              params={{ district, workshop: workshop.id }}
              target="_blank"
              variant="default"
              leftSection={<IconDeviceTv aria-hidden size={18} />}
            >
              {t('screen')}
            </ButtonLink>
            {stage.state === 'ended' && (
              <ButtonLink
                to="/d/$district/workshops/$workshop/minutes"
                params={{ district, workshop: workshop.id }}
              >
                {t('minutes.title')}
              </ButtonLink>
            )}
          </Group>
        }
      />
      <div role="status">
        {!live.connected && <Text className={classes.away}>{t('lead.away')}</Text>}
      </div>
      {stage.state === 'running' && step && <ControlBar step={step} />}
      <div className={classes.columns}>
        <div className={classes.side}>
          <AgendaNav />
        </div>
        <div className={classes.middle}>
          {stage.state === 'running' && step ? (
            <LeadStep key={step.id} step={step} />
          ) : (
            <LeadLobby />
          )}
        </div>
        <div className={classes.side}>
          <People />
          <Actions />
        </div>
      </div>
    </>
  );
}
