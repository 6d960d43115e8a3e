import { Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Row, ratingQuestions } from '../pack';
import { Cell, LevelScale } from '../parts/Continuum';
import { useAnswer, useAnsweredSubjects, useRoomHere } from '../RoomContext';
import type { StepPhase } from '../rules/agenda';
import type { AgendaStep } from '../rules/events';
import { canGoLeft, goLeft, goRight, nextOpen, startWalk, type Walk } from '../rules/walk';
import { AnswerState } from './AnswerState';
import { EvidenceFiles } from './EvidenceFiles';
import classes from './phone.module.css';

/** The continuum, a row at a time: from Accomplished to the left until a description fits. */
export function RateStep({ step, phase }: { step: AgendaStep; phase: StepPhase }) {
  const { t } = useTranslation('room');
  const { pack } = useRoomHere();
  const { rows } = pack.continuum;
  const answered = useAnsweredSubjects(step.id);
  const [at, setAt] = useState(() => nextOpen(rows, -1, ({ id }) => answered(id)) ?? 0);
  const heading = useRef<HTMLHeadingElement>(null);
  const done = rows.filter(({ id }) => answered(id)).length;
  const row = rows[at];
  const go = (index: number) => {
    setAt(index);
    requestAnimationFrame(() => heading.current?.focus());
  };
  const next = nextOpen(rows, at, ({ id }) => answered(id));
  return (
    <Stack gap="lg">
      <nav aria-label={t('rate.rows')}>
        <ol className={classes.chips}>
          {rows.map(({ id, title }, index) => (
            <li key={id}>
              <button
                type="button"
                className={classes.chip}
                data-done={answered(id) || undefined}
                aria-current={index === at ? 'step' : undefined}
                aria-label={t(answered(id) ? 'rate.rowDone' : 'rate.rowOpen', {
                  number: index + 1,
                  title,
                })}
                onClick={() => go(index)}
              >
                {index + 1}
                {answered(id) && <IconCheck aria-hidden size={18} />}
              </button>
            </li>
          ))}
        </ol>
        <Text size="sm" c="dimmed" mt={6}>
          {t('rate.done', { count: done, of: rows.length })}
        </Text>
      </nav>
      {row && (
        <section lang={pack.language}>
          <Title order={2} size="h3" ref={heading} tabIndex={-1} mb="sm">
            {row.title}
          </Title>
          <RateRow key={`${step.id} ${row.id}`} step={step} row={row} open={phase === 'open'} />
        </section>
      )}
      {next !== null && next !== at && row && answered(row.id) && (
        <Button
          size="lg"
          className={classes.long}
          rightSection={<IconArrowRight aria-hidden />}
          onClick={() => go(next)}
        >
          {t('rate.next', { title: rows[next]?.title })}
        </Button>
      )}
      {next === null && (
        <Text role="status" fw={600}>
          {t('rate.allDone')}
        </Text>
      )}
    </Stack>
  );
}

function RateRow({ step, row, open }: { step: AgendaStep; row: Row; open: boolean }) {
  const { t } = useTranslation('room');
  const { pack } = useRoomHere();
  const { levels } = pack.continuum;
  const ids = levels.map(({ id }) => id);
  const answer = useAnswer(step.id, row.id);
  const [own, setOwn] = useState<Walk | null>(null);
  // Until one walks again, the place is what is stored, which a group's other phone may change.
  const walk = own ?? startWalk(ids, answer.value.value || null);
  const level = levels[walk.at];
  const evidence = ratingQuestions(pack)[0]?.text ?? t('rate.evidence');
  const wordOf = (id: string) => levels.find((l) => l.id === id)?.title ?? id;
  if (!level) return null;
  const last = !canGoLeft(walk);

  return (
    <Stack gap="md">
      <LevelScale levels={levels} at={walk.at} walked />
      <div aria-live="polite">
        <Cell row={row} level={level} settled={walk.settled} />
      </div>
      {open && !walk.settled && (
        <div className={classes.actions}>
          <Text fw={650} size="lg">
            {t('rate.question')}
          </Text>
          <Button
            size="lg"
            leftSection={<IconCheck aria-hidden />}
            onClick={() => {
              setOwn(null);
              answer.set({ value: level.id });
              answer.flush();
            }}
          >
            {t('rate.fits')}
          </Button>
          {!last && (
            <Button
              size="lg"
              variant="default"
              leftSection={<IconArrowLeft aria-hidden />}
              onClick={() => setOwn(goLeft(walk))}
            >
              {t('rate.left')}
            </Button>
          )}
          {last && <Text c="dimmed">{t('rate.lastOne')}</Text>}
          {walk.at < levels.length - 1 && (
            <Button variant="subtle" onClick={() => setOwn(goRight(walk, ids))}>
              {t('rate.back')}
            </Button>
          )}
        </div>
      )}
      {walk.settled && (
        <>
          <Group justify="space-between">
            <Text fw={650}>{t('rate.chosen', { level: level.title })}</Text>
            {open && (
              <Button
                variant="default"
                size="sm"
                onClick={() => setOwn({ at: walk.at, settled: false })}
              >
                {t('rate.change')}
              </Button>
            )}
          </Group>
          <Textarea
            label={evidence}
            description={t('rate.evidenceHelp')}
            value={answer.value.text}
            readOnly={!open}
            minRows={3}
            maxLength={4000}
            onChange={({ currentTarget: { value } }) => answer.set({ text: value })}
            onBlur={answer.flush}
          />
          <LinkField
            value={answer.value.link}
            open={open}
            set={(link) => answer.set({ link })}
            done={answer.flush}
          />
          <EvidenceFiles step={step} subject={row.id} open={open} />
        </>
      )}
      <AnswerState answer={answer} words={wordOf} />
    </Stack>
  );
}

/** An address is sent only once it is one: the server takes no other. */
function LinkField({ value, open, set, done }: LinkFieldProps) {
  const { t } = useTranslation('room');
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const [bad, setBad] = useState(false);
  return (
    <TextInput
      type="url"
      dir="ltr"
      inputMode="url"
      label={t('rate.link')}
      placeholder="https://"
      value={text}
      readOnly={!open}
      maxLength={500}
      error={bad ? t('rate.linkWrong') : undefined}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={() => {
        const address =
          /^[a-z]+:/i.test(text) || text === '' ? text.trim() : `https://${text.trim()}`;
        const good = address === '' || /^https:\/\/[^\s]+\.[^\s]+$/.test(address);
        setBad(!good);
        if (!good) return;
        setTyped(null);
        set(address);
        done();
      }}
    />
  );
}

interface LinkFieldProps {
  value: string;
  open: boolean;
  set: (link: string) => void;
  done: () => void;
}
