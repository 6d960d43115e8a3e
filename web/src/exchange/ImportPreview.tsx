import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { ColumnsTable } from './ColumnsTable';
import { Counts } from './Counts';
import classes from './Import.module.css';
import { RowsTable } from './RowsTable';
import { type ImportResult, missingFields, willWrite } from './rules';
import type { Import } from './useImport';

/** What the file would do, before it does anything. */
export function ImportPreview({ going, result }: { going: Import; result: ImportResult }) {
  const { commas } = useFormat();
  const { t } = useTranslation('exchange');
  const missing = missingFields(result);
  const writes = willWrite(result);
  const nothingNew = writes === 0 && result.counts.error === 0 && result.counts.same > 0;

  return (
    <Stack gap="xl">
      <ColumnsTable result={result} onMap={going.map} />
      <section aria-labelledby="import-preview">
        <h2 id="import-preview" className={classes.step}>
          {t('preview.title')}
        </h2>
        <Stack gap="md" aria-busy={going.working}>
          <div role="status">
            {nothingNew ? (
              <Alert
                variant="outline"
                color="teal"
                icon={<IconCircleCheck aria-hidden />}
                title={t('preview.nothingTitle')}
              >
                {t('preview.nothing', { count: result.counts.same })}
              </Alert>
            ) : (
              <Counts kind="preview" counts={result.counts} />
            )}
          </div>
          {missing.length > 0 && (
            <Alert
              role="alert"
              variant="outline"
              color="red.8"
              icon={<IconAlertTriangle aria-hidden />}
            >
              {t('preview.missing', { fields: commas(missing) })}
            </Alert>
          )}
          <RowsTable result={result} />
          <Group gap="md">
            <Button
              size="lg"
              disabled={writes === 0 || missing.length > 0}
              loading={going.working}
              onClick={going.apply}
            >
              {writes === 0 ? t('preview.applyNone') : t('preview.apply', { count: writes })}
            </Button>
            {result.counts.error > 0 && writes > 0 && (
              <Text size="sm" c="dimmed">
                {t('preview.errorsStay', { count: result.counts.error })}
              </Text>
            )}
          </Group>
          {writes > 0 && (
            <Text size="sm" c="dimmed">
              {t('preview.notYet')}
            </Text>
          )}
        </Stack>
      </section>
    </Stack>
  );
}
