import type { ReactNode } from 'react';
import classes from './Facts.module.css';

/** What is known of something, one line each; a line without a value is left out. */
export function Facts({ facts }: { facts: [label: string, value: ReactNode][] }) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (known.length === 0) return null;
  return (
    <dl className={classes.facts}>
      {known.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Text as it was typed, with its lines. */
export function Typed({ children }: { children: string }) {
  return <div className={classes.typed}>{children}</div>;
}
