import { IconLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from '../plan.module.css';

/** Says that what follows is the district's own text and no copy of it. */
export function DistrictsNote({ children }: { children: ReactNode }) {
  return (
    <div className={classes.district}>
      <IconLink aria-hidden size={20} />
      <div>{children}</div>
    </div>
  );
}
