import type { ReactNode } from 'react';
import classes from './TableRegion.module.css';

/** Around a wide table: it scrolls by itself, also by keyboard, and the page does not. */
export function TableRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section className={classes.region} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
