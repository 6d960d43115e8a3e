import { Card, Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Cards.module.css';

/** Records one below the other, each an article of its own. */
export function Cards({ children }: { children: ReactNode }) {
  return <div className={classes.cards}>{children}</div>;
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
        {badge}
      </Group>
      {children}
      {actions && <Group gap="xs">{actions}</Group>}
    </Card>
  );
}
