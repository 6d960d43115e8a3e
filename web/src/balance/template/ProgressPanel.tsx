import { Button, Card, Progress, Text, Title } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { BottomBar } from '@/app/ui/BottomBar';
import { isStatus, StatusIcon, statusTone } from '@/app/ui/StatusBadge';
import { cardId, inputId } from '../form';
import { missing, nextGap, progress } from '../progress';
import { useBook, useTemplate } from './context';
import { goTo } from './focus';
import classes from './ProgressPanel.module.css';
import { Submit } from './Submit';

/** How far it is, every function at a glance, and the way to the next gap. */
export function ProgressPanel() {
  const { t } = useTranslation(['balance', 'app']);
  const { form } = useTemplate();
  const { read } = useBook();
  const gaps = new Map(missing(form, read).map(({ item, field }) => [item.id, field]));
  return (
    <Card component="nav" aria-labelledby="progress" padding="md" className={classes.panel}>
      <Title order={2} id="progress" size="h4" mb="xs">
        {t('progress.title')}
      </Title>
      <Measure />
      <NextGap />
      <ol className={classes.list}>
        {form.functions.map((item, place) => {
          const status = read(item.id, 'status');
          const known = isStatus(status) ? status : 'unrated';
          return (
            <li key={item.id}>
              <a
                href={`#${cardId(item.id)}`}
                className={classes.link}
                data-tone={statusTone(known)}
                onClick={(event) => {
                  event.preventDefault();
                  goTo(cardId(item.id));
                }}
              >
                <span className={classes.icon}>
                  <StatusIcon status={known} size={20} />
                </span>
                <span>
                  {place + 1}. {item.title}
                  <Text component="span" size="sm" c="dimmed" display="block">
                    {gaps.get(item.id) === 'action'
                      ? t('progress.action')
                      : t(`app:status.${known}`)}
                  </Text>
                </span>
              </a>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

/** On a phone: a bar at the bottom with the same. */
export function ProgressBar() {
  return (
    <BottomBar phoneOnly>
      <Measure />
      <NextGap />
    </BottomBar>
  );
}

function Measure() {
  const { t } = useTranslation('balance');
  const { form } = useTemplate();
  const { read } = useBook();
  const { answered, total } = progress(form, read);
  const words = t('progress.rated', { count: answered, total });
  return (
    <div className={classes.measure}>
      <Text size="sm">{words}</Text>
      <Progress.Root size="md">
        <Progress.Section
          value={total === 0 ? 0 : (100 * answered) / total}
          aria-label={t('progress.title')}
          aria-valuetext={words}
        />
      </Progress.Root>
    </div>
  );
}

function NextGap() {
  const { t } = useTranslation('balance');
  const { form, editing } = useTemplate();
  const { read } = useBook();
  // Where the button led last: pressing it again goes on from there.
  const last = useRef<string | null>(null);
  if (!editing) return null;
  const gap = nextGap(form, read, null);
  if (!gap) return <Submit />;
  const go = () => {
    const here = document.activeElement?.closest('[data-function]')?.getAttribute('data-function');
    const next = nextGap(form, read, here ?? last.current) ?? gap;
    last.current = next.item.id;
    goTo(inputId(next.item.id, next.field));
  };
  return (
    <Button
      variant="light"
      fullWidth
      rightSection={<IconArrowDown aria-hidden size={18} />}
      onClick={go}
    >
      {t(gap.field === 'status' ? 'progress.nextUnrated' : 'progress.nextAction')}
    </Button>
  );
}
