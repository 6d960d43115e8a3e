import classes from './Wordmark.module.css';

export function Wordmark({ large = false }: { large?: boolean }) {
  return (
    <span className={classes.wordmark} data-large={large || undefined}>
      <img src="/icon.svg" alt="" className={classes.icon} />
      Tandem
    </span>
  );
}
