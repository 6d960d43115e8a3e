import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schema } from '@/api/client';
import { useFormat } from '@/app/ui/format';
import type { Level } from '../pack';
import { useRoomHere } from '../RoomContext';
import { agreementWord } from '../rules/agreement';
import { keyed } from '../rules/keyed';
import { Bars } from './Bars';
import { levelColor } from './Continuum';
import { FileLink } from './FileLink';
import type { ResultRow } from './ResultsView';
import classes from './RowResult.module.css';

interface Choice {
  id: string;
  title: string;
}

const tones = {
  same: 'good',
  close: 'good',
  mixed: 'neutral',
  apart: 'attention',
  camps: 'attention',
} as const;

/** How far the room agrees on one row: the figure, and what it means in a sentence. */
export function Agreement({ result, short }: { result: ResultRow; short?: boolean }) {
  const { t } = useTranslation('room');
  const format = useFormat();
  const { agreement, why } = result;
  const reasons = why.filter((w) => w !== 'no_evidence' || result.evidence.length === 0);
  if (agreement === null && reasons.length === 0) return null;
  const word = agreement === null ? null : agreementWord(agreement);
  return (
    <div className={classes.agreement} data-tone={word ? tones[word] : 'neutral'}>
      {word && agreement !== null && (
        <>
          <strong>{t(`agreement.${word}`)}</strong>
          <span>
            {t(short ? 'agreement.figureShort' : 'agreement.figure', {
              a: format.number(agreement, { maximumFractionDigits: 2, minimumFractionDigits: 2 }),
            })}
          </span>
        </>
      )}
      {reasons.map((reason) => (
        <span key={reason}>{t(`why.${reason}`)}</span>
      ))}
    </div>
  );
}

export function LevelBars({ result, levels, mine }: LevelBarsProps) {
  const { t } = useTranslation('room');
  return (
    <Bars
      label={t('compare.distribution')}
      bars={levels.map(({ id, title }, index) => ({
        id,
        label: title,
        count: result.counts.find(({ value }) => value === id)?.count ?? 0,
        color: levelColor(index, levels.length),
        mine: id === mine,
      }))}
    />
  );
}

interface LevelBarsProps {
  result: ResultRow;
  levels: Level[];
  mine?: string;
}

/** The same answers by group, side or role; those of too few people are not broken out. */
export function Breakouts({ result, choices, of }: BreakoutsProps) {
  const { t } = useTranslation('room');
  const { room } = useRoomHere();
  const names = {
    groups: (id: string) =>
      room.workshop.groups.find((group) => group.id === id)?.name ?? t('noGroup'),
    sides: (id: string) => t(`sides.${id as Schema<'RoomSide'>}`),
    roles: (id: string) => t(`roles.${id as Schema<'RoomRole'>}`),
  };
  return of
    .filter((kind) => result[kind].length > (kind === 'groups' ? 0 : 1))
    .map((kind) => (
      <table key={kind} className={classes.breakout}>
        <caption>{t(`compare.${kind}`)}</caption>
        <thead>
          <tr>
            <td />
            {choices.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result[kind].map((part) => (
            <tr key={part.id}>
              <th scope="row">{names[kind](part.id)}</th>
              {part.too_few ? (
                <td colSpan={choices.length}>
                  <Text span size="sm" c="dimmed">
                    {t('tooFew', { count: room.workshop.smallest_group })}
                  </Text>
                </td>
              ) : (
                choices.map(({ id }, index) => (
                  <td key={id}>
                    <Dot
                      count={part.counts.find(({ value }) => value === id)?.count ?? 0}
                      index={index}
                      of={choices.length}
                    />
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    ));
}

interface BreakoutsProps {
  result: ResultRow;
  choices: Choice[];
  of: ('groups' | 'sides' | 'roles')[];
}

function Dot({ count, index, of }: { count: number; index: number; of: number }) {
  if (count === 0)
    return (
      <Text span c="dimmed">
        0
      </Text>
    );
  const deep = of > 1 && index / (of - 1) > 0.9;
  return (
    <span
      className={classes.dot}
      style={{
        ['--dot' as string]: levelColor(index, of),
        ['--dot-ink' as string]: deep
          ? 'light-dark(#fff, #073b40)'
          : 'light-dark(#0c2224, #f2f6f7)',
      }}
    >
      {count}
    </span>
  );
}

/** What people would show as proof, beside the level that they gave. */
export function EvidenceList({ result, levels, most = 200, short }: EvidenceListProps) {
  const { t } = useTranslation('room');
  const { room } = useRoomHere();
  const said = result.evidence.filter(
    ({ text, link, files }) => text !== '' || link !== '' || files.length > 0,
  );
  if (said.length === 0) return <Text c="dimmed">{t('compare.noEvidence')}</Text>;
  const place = (id: string) => levels.findIndex((level) => level.id === id);
  const sorted = [...said].sort((a, b) => place(b.value) - place(a.value));
  return (
    <>
      <ul className={classes.evidence} aria-label={t('compare.evidence')}>
        {keyed(sorted.slice(0, most)).map(({ item: each, key }) => (
          <li
            key={key}
            style={{ ['--bar' as string]: levelColor(place(each.value), levels.length) }}
          >
            <span className={classes.said}>
              {levels[place(each.value)]?.title}
              {each.group_id &&
                ` · ${room.workshop.groups.find(({ id }) => id === each.group_id)?.name ?? ''}`}
            </span>
            {short ? cut(each.text) : each.text}
            {each.link && (
              <>
                {' '}
                <Anchor href={each.link} target="_blank" rel="noreferrer noopener">
                  {each.link.replace(/^https:\/\//, '').slice(0, 60)}
                </Anchor>
              </>
            )}
            {each.files.map((file) =>
              short ? (
                <bdi key={file.id} className={classes.said}>
                  {file.name}
                </bdi>
              ) : (
                <FileLink key={file.id} file={file} />
              ),
            )}
          </li>
        ))}
      </ul>
      {sorted.length > most && (
        <Text c="dimmed">{t('andMore', { count: sorted.length - most })}</Text>
      )}
    </>
  );
}

interface EvidenceListProps {
  result: ResultRow;
  levels: Level[];
  most?: number;
  /** On a screen: the beginning of what was said, and files by their names only. */
  short?: boolean;
}

const cut = (text: string) => (text.length > 110 ? `${text.slice(0, 100).trimEnd()}…` : text);

/** Everything about one row, for the phone and the facilitator. */
export function RowResult({ result, levels, mine }: LevelBarsProps) {
  return (
    <Stack gap="md">
      <LevelBars result={result} levels={levels} mine={mine} />
      <Agreement result={result} />
      <Breakouts result={result} choices={levels} of={['groups', 'sides', 'roles']} />
      <EvidenceList result={result} levels={levels} />
    </Stack>
  );
}
