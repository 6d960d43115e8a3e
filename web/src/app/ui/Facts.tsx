import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Facts.module.css';

interface FactsProps {
  facts: [label: string, value: ReactNode][];
  /** Small, where the card has more to say than these. */
  small?: boolean;
  /** Label above value: for values that are sentences. */
  stacked?: boolean;
}

/** What is known of something; a line without a value is left out. */
export function Facts({ facts, small = false, stacked = false }: FactsProps) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (known.length === 0) return null;
  return (
    <dl className={stacked ? classes.stacked : classes.facts} data-small={small || undefined}>
      {known.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const short = 240;

interface TypedProps {
  children: string;
  /** In a list: a long text shows its beginning, and the rest when asked. */
  brief?: boolean;
}

/** Text as it was typed, with its lines. */
export function Typed({ children: text, brief = false }: TypedProps) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(false);
  // A few words more are not worth a button.
  const cut = brief && text.length > short + 40;
  return (
    <div className={classes.typed} dir="auto">
      {cut && !whole ? `${text.slice(0, short).trimEnd()}…` : text}
      {cut && (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            className={classes.more}
            aria-expanded={whole}
            onClick={() => setWhole(!whole)}
          >
            {t(whole ? 'less' : 'whole')}
          </Button>
        </div>
      )}
    </div>
  );
}
