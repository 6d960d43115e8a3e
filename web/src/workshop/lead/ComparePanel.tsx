import { Button, Group, Select, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconDeviceTv, IconStar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentOf } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { useFormat } from '@/app/ui/format';
import { ToneBadge } from '@/app/ui/StatusBadge';
import { setConsensus } from '@/room/api';
import { ConsensusText } from '@/room/parts/ConsensusText';
import { RowCells } from '@/room/parts/Continuum';
import { ResultsView } from '@/room/parts/ResultsView';
import { RowResult } from '@/room/parts/RowResult';
import { SortResult } from '@/room/parts/SortResult';
import { useRoomHere } from '@/room/RoomContext';
import type { AgendaStep, Consensus, Room } from '@/room/rules/events';
import { updateRoom } from '@/room/useRoom';
import { Alpha } from './StepResults';
import { useControl } from './useControl';

/** Row by row: what came out, and what the room agrees on, or that it does not. */
export function ComparePanel({ step, kind }: { step: AgendaStep; kind: 'rate' | 'sort' }) {
  const { t } = useTranslation(['workshop', 'room']);
  const { commas } = useFormat();
  const { room, pack } = useRoomHere();
  const { control, busy } = useControl();
  const { rows, levels } = pack.continuum;
  const { focus } = room.stage;
  if (kind === 'sort')
    return (
      <ResultsView step={step.id}>
        {(results) => <SortResult results={results} focus="" />}
      </ResultsView>
    );
  const row = rows.find(({ id }) => id === focus);
  return (
    <ResultsView step={step.id}>
      {(results) => {
        const resultOf = (id: string) => results.rows.find(({ subject }) => subject === id);
        const result = row && resultOf(row.id);
        return (
          <Stack gap="lg">
            <Alpha results={results} />
            <section>
              <Title order={3} mb="xs">
                {t('compare.rows')}
              </Title>
              <Group gap="xs">
                <Button
                  variant={focus === '' ? 'filled' : 'default'}
                  aria-pressed={focus === ''}
                  disabled={busy}
                  onClick={() => control({ command: 'focus', focus: '' })}
                >
                  {t('compare.all')}
                </Button>
                {rows.map(({ id, title }) => (
                  <Button
                    key={id}
                    variant={focus === id ? 'filled' : 'default'}
                    aria-pressed={focus === id}
                    disabled={busy}
                    leftSection={
                      resultOf(id)?.proposed ? (
                        <IconStar aria-label={t('compare.proposed')} size={18} />
                      ) : null
                    }
                    onClick={() => control({ command: 'focus', focus: id })}
                  >
                    {title}
                  </Button>
                ))}
              </Group>
              <Text size="sm" c="dimmed" mt={6}>
                {t('compare.help')}
              </Text>
            </section>
            {row && result ? (
              <section lang={pack.language}>
                <Title order={3} mb="xs">
                  {row.title}
                </Title>
                <Stack gap="lg">
                  <RowResult result={result} levels={levels} />
                  <ConsensusForm
                    key={row.id}
                    subject={row.id}
                    known={room.consensus.find(({ subject }) => subject === row.id)}
                  />
                  <RowCells row={row} levels={levels} />
                </Stack>
              </section>
            ) : (
              <Stack gap="sm">
                {rows.map(({ id, title }) => (
                  <Group key={id} justify="space-between">
                    <Text fw={600}>{title}</Text>
                    <Group gap="xs">
                      {resultOf(id)?.proposed && (
                        <ToneBadge icon={IconDeviceTv} tone="attention">
                          {commas(resultOf(id)?.why.map((why) => t(`compare.why.${why}`)) ?? [])}
                        </ToneBadge>
                      )}
                      <ConsensusText subject={id} />
                    </Group>
                  </Group>
                ))}
              </Stack>
            )}
          </Stack>
        );
      }}
    </ResultsView>
  );
}

/** Agreed or not: both are results. Not agreeing needs a sentence that says how. */
function ConsensusForm({ subject, known }: { subject: string; known?: Consensus }) {
  const { t } = useTranslation(['workshop', 'app']);
  const { place, pack } = useRoomHere();
  const { levels } = pack.continuum;
  const [level, setLevel] = useState(known ? known.level || none : '');
  const [dissent, setDissent] = useState(known?.dissent ?? '');
  const [desired, setDesired] = useState(known?.desired ?? '');
  const take = (saved: Consensus) =>
    updateRoom(place, (room: Room) => ({
      ...room,
      consensus: [...room.consensus.filter((c) => c.subject !== subject), saved],
    }));
  const save = useSend({
    send: (fields: { level: string; dissent: string; desired: string }) =>
      setConsensus(place, subject, fields, known?.version ?? 0),
    said: t('compare.saved'),
    done: take,
  });
  const choices = levels.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Stack gap="sm">
      <Title order={4}>{t('compare.consensus')}</Title>
      <Group align="flex-start">
        <Select
          label={t('compare.level')}
          placeholder={t('compare.choose')}
          data={[...choices, { value: none, label: t('compare.none') }]}
          value={level || null}
          onChange={(value) => setLevel(value ?? '')}
          allowDeselect={false}
        />
        <Select
          label={t('compare.desired')}
          placeholder={t('compare.choose')}
          clearable
          data={choices}
          value={desired || null}
          onChange={(value) => setDesired(value ?? '')}
        />
      </Group>
      <Textarea
        label={t(level === none ? 'compare.dissent' : 'compare.remark')}
        description={t('compare.dissentHelp')}
        maxLength={4000}
        value={dissent}
        onChange={({ currentTarget: { value } }) => setDissent(value)}
      />
      <Group>
        <Button
          disabled={level === ''}
          loading={save.isPending}
          onClick={() =>
            save.mutate(
              { level: level === none ? '' : level, dissent: dissent.trim(), desired },
              {
                onError: (error) => {
                  const current = currentOf<Consensus>(error);
                  if (!current) return;
                  take(current);
                  setLevel(current.level || none);
                  // What was typed here stays beside what the other wrote.
                  setDissent((mine) =>
                    mine && mine !== current.dissent
                      ? `${current.dissent}\n\n${mine}`
                      : current.dissent,
                  );
                },
              },
            )
          }
        >
          {t('compare.save')}
        </Button>
      </Group>
    </Stack>
  );
}

const none = '-';
