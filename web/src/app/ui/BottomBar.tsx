import type { ReactNode } from 'react';
import classes from './BottomBar.module.css';

interface BottomBarProps {
  /** Wide screens have the same elsewhere. */
  phoneOnly?: boolean;
  /** How far it is, and the next step as a button. */
  children: ReactNode;
}

/** The next step of a long form, always in reach. */
export function BottomBar({ phoneOnly = false, children }: BottomBarProps) {
  return (
    <div className={classes.bar} data-phone={phoneOnly || undefined}>
      {children}
    </div>
  );
}
