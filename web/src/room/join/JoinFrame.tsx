import { Group } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { LanguageChooser } from '@/app/ui/LanguageChooser';
import { Wordmark } from '@/app/ui/Wordmark';
import classes from './JoinFrame.module.css';

/** Pages on the way in: nothing but what one has to say. */
export function JoinFrame({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Tandem`;
  }, [title]);
  return (
    <div className={classes.frame}>
      <header className={classes.header}>
        <Group justify="space-between" wrap="nowrap">
          <Wordmark />
          <LanguageChooser size="sm" />
        </Group>
      </header>
      <main className={classes.main}>{children}</main>
    </div>
  );
}
