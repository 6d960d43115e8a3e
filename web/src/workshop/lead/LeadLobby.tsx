import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { confirm } from '@/app/ui/confirm';
import { DateText } from '@/app/ui/DateText';
import { ButtonLink } from '@/app/ui/links';
import { JoinCode } from '@/room/parts/JoinCode';
import { useRoomHere } from '@/room/RoomContext';
import { progressOf, subjectsOf } from '@/room/rules/agenda';
import { begin } from './commands';
import { StepResults } from './StepResults';
import { useControl } from './useControl';

/** Before the start, during a survey, and after the end. */
export function LeadLobby() {
  const { t } = useTranslation('workshop');
  const { room, place, pack } = useRoomHere();
  const { control, busy } = useControl();
  const { workshop, stage } = room;
  const here = room.seats.filter(({ left }) => !left).length;
  const params = { district: place.district, workshop: workshop.id };
  const end = async () => {
    const sure = await confirm({
      title: t('survey.endTitle'),
      text: t('survey.endText'),
      action: t('survey.end'),
    });
    if (sure) control({ command: 'end' });
  };
  return (
    <Stack gap="lg">
      <Card>
        <Stack gap="md">
          {stage.state === 'planned' && (
            <>
              <Title order={2}>
                {t(workshop.mode === 'live' ? 'lobby.title' : 'survey.startTitle')}
              </Title>
              <JoinCode code={workshop.code} />
              <Text fw={600}>{t('lobby.here', { count: here })}</Text>
              <Group>
                <Button
                  size="lg"
                  leftSection={<IconPlayerPlay aria-hidden />}
                  loading={busy}
                  onClick={() =>
                    control(
                      ...(workshop.mode === 'live'
                        ? begin(workshop.agenda)
                        : [{ command: 'start' as const }]),
                    )
                  }
                >
                  {t(workshop.mode === 'live' ? 'lobby.start' : 'survey.start')}
                </Button>
                <ButtonLink
                  to="/d/$district/workshops/$workshop"
                  params={params}
                  search={{ tab: 'guide' }}
                  variant="default"
                  size="lg"
                >
                  {t('lobby.guide')}
                </ButtonLink>
              </Group>
              <Text c="dimmed">
                {t(workshop.mode === 'live' ? 'lobby.help' : 'survey.startHelp')}
              </Text>
            </>
          )}
          {stage.state === 'survey' && (
            <>
              <Title order={2}>{t('survey.openTitle')}</Title>
              <JoinCode code={workshop.code} />
              <Text>
                {t('survey.taken', { count: here })}{' '}
                {workshop.closes_at && (
                  <>
                    {t('survey.until')} <DateText value={workshop.closes_at} form="time" />.
                  </>
                )}
              </Text>
              <Text c="dimmed">{t('survey.remind')}</Text>
              <Group>
                <Button variant="default" loading={busy} onClick={() => void end()}>
                  {t('survey.end')}
                </Button>
              </Group>
            </>
          )}
          {stage.state === 'ended' && (
            <>
              <Title order={2}>{t('ended.title')}</Title>
              <Text>{t('ended.text')}</Text>
              <Group>
                <ButtonLink to="/d/$district/workshops/$workshop/minutes" params={params}>
                  {t('minutes.title')}
                </ButtonLink>
                <ButtonLink
                  to="/d/$district/continuum"
                  params={{ district: place.district }}
                  variant="default"
                >
                  {t('ended.continuum')}
                </ButtonLink>
                <Button
                  variant="subtle"
                  loading={busy}
                  onClick={() => control({ command: 'reopen' })}
                >
                  {t('ended.reopen')}
                </Button>
              </Group>
            </>
          )}
        </Stack>
      </Card>
      {stage.state !== 'planned' &&
        workshop.agenda
          .filter((step) => subjectsOf(pack, step).length > 0)
          .map((step) => (
            <section key={step.id}>
              <Title order={2} mb={4}>
                {step.title}
              </Title>
              <Text c="dimmed" mb="sm">
                {t('lead.answers', { count: progressOf(room, pack, step).answers })}
              </Text>
              <StepResults step={step} />
            </section>
          ))}
    </Stack>
  );
}
