import { Card, Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Cards.module.css';

interface CardsProps {
  /** Two beside each other where there is room, for short ones. */
  columns?: 1 | 2;
  children: ReactNode;
}

/** Records one below the other, each an article of its own. */
export function Cards({ columns = 1, children }: CardsProps) {
  return (
    <div className={classes.cards} data-columns={columns}>
      {children}
    </div>
  );
}

interface RecordCardProps {
  id: string;
  /** Its name, as text or as a link to its page. */
  title: ReactNode;
  badge?: ReactNode;
  /** What can be done with it, below. */
  actions?: ReactNode;
  order?: 2 | 3 | 4;
  children?: ReactNode;
}

export function RecordCard({ id, title, badge, actions, order = 3, children }: RecordCardProps) {
  const heading = `record-${id}`;
  return (
    <Card component="article" padding="md" aria-labelledby={heading} className={classes.card}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={order} size="h4" id={heading} className={classes.title}>
          {title}
        </Title>
        {badge && <Group gap={6}>{badge}</Group>}
      </Group>
      {children}
      {actions && <Group gap="xs">{actions}</Group>}
    </Card>
  );
}
