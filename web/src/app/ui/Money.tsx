import { useFormat } from './format';
import classes from './Money.module.css';

export function Money({ cents }: { cents: number }) {
  return <span className={classes.money}>{useFormat().money(cents)}</span>;
}
