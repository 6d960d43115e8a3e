import { Button, Text, Title } from '@mantine/core';
import { IconArrowRight, IconCoffee } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/app/ui/DateText';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { useDistrict } from '@/identity/session';
import classes from './Home.module.css';
import { PathLink } from './PathLink';
import type { WaitingItem } from './queries';
import { pathOf } from './rules';
import { useWaitingWords, type WaitingWords } from './useWaitingWords';

const few = 6;

/** The next thing first and large, then the rest: each is one click away. */
export function Waiting({ items }: { items: WaitingItem[] }) {
  const { t } = useTranslation(['home', 'app']);
  const { id: district } = useDistrict();
  const words = useWaitingWords();
  const [all, setAll] = useState(false);
  const [first, ...rest] = items;

  if (!first) {
    return (
      <section aria-labelledby="home-waiting" className={classes.calm} data-tone="good">
        <IconCoffee aria-hidden size={32} stroke={1.5} />
        <div>
          <Title order={2} size="h3" id="home-waiting">
            {t('waiting.none')}
          </Title>
          <Text>{t('waiting.noneText')}</Text>
        </div>
      </section>
    );
  }
  const shown = all ? rest : rest.slice(0, few);
  return (
    <section aria-labelledby="home-waiting">
      <Title order={2} id="home-waiting" mb="sm">
        {t('waiting.next')}
      </Title>
      <PathLink href={pathOf(first, district)} className={classes.next}>
        <Words words={words(first)} item={first} large />
        <span className={classes.go}>
          {words(first).action}
          <IconArrowRight aria-hidden size={20} />
        </span>
      </PathLink>
      {shown.length > 0 && (
        <>
          <Title order={3} mt="lg" mb="xs">
            {t('waiting.then')}
          </Title>
          <ul className={classes.rows}>
            {shown.map((item) => (
              <li key={`${item.kind}${item.link}${words(item).title}`}>
                <PathLink href={pathOf(item, district)} className={classes.row}>
                  <Words words={words(item)} item={item} />
                  <span className={classes.rowGo}>
                    {words(item).action}
                    <IconArrowRight aria-hidden size={18} />
                  </span>
                </PathLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {shown.length < rest.length && (
        <Button variant="default" mt="sm" onClick={() => setAll(true)}>
          {t('waiting.all', { count: rest.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

interface WordsProps {
  words: WaitingWords;
  item: WaitingItem;
  large?: boolean;
}

function Words({ words: { title, about }, item: { due_on, overdue }, large = false }: WordsProps) {
  const { t } = useTranslation('home');
  return (
    <span className={classes.words}>
      <Text component="span" fw={600} size={large ? 'xl' : 'md'}>
        {title}
      </Text>
      {about && (
        <Text component="span" size="sm" c="dimmed">
          {about}
        </Text>
      )}
      {due_on && (
        <span className={classes.due}>
          {overdue && <StatusBadge status="overdue" />}
          <Text component="span" size="sm">
            {t('due')} <DateText value={due_on} />
          </Text>
        </span>
      )}
    </span>
  );
}
