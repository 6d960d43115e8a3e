import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './PageHeader.module.css';
import { takePageFocus } from './pageFocus';

interface PageHeaderProps {
  /** The page's name: heading and document title. */
  title: string;
  /** Where this page sits: a link to the page above. */
  above?: ReactNode;
  /** One sentence: what this page is for. */
  lead?: ReactNode;
  /** Beside the title: a status. */
  badge?: ReactNode;
  /** The page's own actions, the most important first. */
  actions?: ReactNode;
}

export function PageHeader({ title, above, lead, badge, actions }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Tandem`;
  }, [title]);
  useEffect(() => takePageFocus(heading.current), []);

  return (
    <header className={classes.header}>
      {above && <div className={classes.above}>{above}</div>}
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={4} className={classes.words}>
          <Group gap="sm" align="center">
            <Title order={1} ref={heading} tabIndex={-1} className={classes.title}>
              {title}
            </Title>
            {badge}
          </Group>
          {lead && (
            <Text c="dimmed" maw="46rem">
              {lead}
            </Text>
          )}
        </Stack>
        {actions && (
          <Group gap="sm" className={classes.actions}>
            {actions}
          </Group>
        )}
      </Group>
    </header>
  );
}
