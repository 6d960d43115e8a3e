import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from '../plan.module.css';

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
        <Title order={2} id={id} tabIndex={-1} className={classes.heading}>
          {title}
        </Title>
        {action}
      </div>
      {children}
    </section>
  );
}

/** After something was removed, the focus goes to the heading of where it was. */
export function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}
