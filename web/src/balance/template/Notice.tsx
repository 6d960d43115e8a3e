import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Tone } from '@/app/ui/StatusBadge';
import classes from './Notice.module.css';

interface NoticeProps {
  tone: Tone;
  icon: ReactNode;
  title: string;
  children: ReactNode;
}

/** A few words that matter now, with what can be done about them. */
export function Notice({ tone, icon, title, children }: NoticeProps) {
  return (
    <div className={classes.notice} data-tone={tone}>
      <span className={classes.icon}>{icon}</span>
      <div className={classes.words}>
        <Text className={classes.title}>{title}</Text>
        {children}
      </div>
    </div>
  );
}
