import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ItemCard.module.css';

const long = 160;

/** A long text shows its beginning, and the rest when asked. */
export function Detail({ text }: { text: string }) {
  const { t } = useTranslation('action');
  const [whole, setWhole] = useState(false);
  const fits = text.length <= long;
  return (
    <div className={classes.detail}>
      {fits || whole ? text : `${text.slice(0, long).trimEnd()}…`}
      {!fits && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
        >
          {t(whole ? 'less' : 'whole')}
        </Button>
      )}
    </div>
  );
}
