import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/app/ui/links';
import { useDistrict } from '@/identity/session';
import { Counts } from './Counts';
import classes from './Import.module.css';
import { RowsTable } from './RowsTable';
import type { ImportResult } from './rules';
import type { Import } from './useImport';

/** What has been done, what was left out, and what comes next. */
export function ImportDone({ going, result }: { going: Import; result: ImportResult }) {
  const { t } = useTranslation('exchange');
  const { id: district } = useDistrict();
  const { kind } = result;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  return (
    <Stack component="section" gap="md" aria-labelledby="import-done">
      <h2 id="import-done" ref={heading} tabIndex={-1} className={classes.step}>
        {t('apply.title')}
      </h2>
      <Counts kind="apply" counts={result.counts} />
      <Text>{t(`apply.${kind}Next`)}</Text>
      <Group gap="sm">
        {kind === 'people' ? (
          <ButtonLink to="/d/$district/people" params={{ district }}>
            {t('apply.toPeople')}
          </ButtonLink>
        ) : (
          <ButtonLink to="/d/$district/schools" params={{ district }}>
            {t('apply.toSchools')}
          </ButtonLink>
        )}
        <Button variant="default" onClick={going.again} loading={going.working}>
          {t('apply.again')}
        </Button>
        <Button variant="default" onClick={going.reset}>
          {t('apply.other')}
        </Button>
      </Group>
      <RowsTable result={result} />
    </Stack>
  );
}
