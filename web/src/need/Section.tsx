import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './need.module.css';

interface SectionProps {
  id: string;
  title: string;
  action?: ReactNode;
  children: ReactNode;
}

export function Section({ id, title, action, children }: SectionProps) {
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <Title order={2} id={id} tabIndex={-1}>
          {title}
        </Title>
        {action}
      </div>
      {children}
    </section>
  );
}
