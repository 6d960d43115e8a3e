import { Alert, Stack } from '@mantine/core';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/api/problem';
import { EmptyState } from '@/app/ui/EmptyState';
import { Loading } from '@/app/ui/Loading';
import { ButtonLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { ADMIN, useDistrict, useMay } from '@/identity/session';
import { ImportDone } from './ImportDone';
import { ImportPreview } from './ImportPreview';
import { KindChoice } from './KindChoice';
import type { ImportKind } from './rules';
import { SourceChoice } from './SourceChoice';
import { useImport } from './useImport';

export function ImportPage() {
  const { t } = useTranslation('exchange');
  const { id: district } = useDistrict();
  const { kind } = useSearch({ from: '/d/$district/import' });
  const navigate = useNavigate();
  const may = useMay({ district: ADMIN });
  const choose = (next: ImportKind) =>
    void navigate({
      to: '/d/$district/import',
      params: { district },
      search: { kind: next },
      replace: true,
    });

  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {may ? (
        <Stack gap="xl">
          <KindChoice kind={kind ?? 'schools'} onChange={choose} />
          <ImportOne key={kind ?? 'schools'} kind={kind ?? 'schools'} />
        </Stack>
      ) : (
        <EmptyState
          icon={IconLock}
          title={t('notYours.title')}
          action={
            <ButtonLink to="/d/$district" params={{ district }}>
              {t('notYours.home')}
            </ButtonLink>
          }
        >
          {t('notYours.text')}
        </EmptyState>
      )}
    </>
  );
}

function ImportOne({ kind }: { kind: ImportKind }) {
  const going = useImport(kind);
  const { source, result } = going;
  return (
    <>
      {(!result || result.mode === 'preview') && (
        <SourceChoice kind={kind} source={source} onSource={going.look} busy={going.working} />
      )}
      <Refusal error={going.error} />
      {source && !result && going.working && <Loading rows={3} />}
      {result?.mode === 'preview' && <ImportPreview going={going} result={result} />}
      {result?.mode === 'apply' && <ImportDone going={going} result={result} />}
    </>
  );
}

/** The file as a whole could not be read; single rows say so in the table. */
function Refusal({ error }: { error: Error | null }) {
  const { t } = useTranslation('exchange');
  if (!isProblem(error) || ![413, 422].includes(error.status)) return null;
  const details = error.details.errors ?? [];
  return (
    <Alert
      role="alert"
      variant="outline"
      color="red.8"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('refused')}
    >
      {details.length > 0 ? details.map(({ detail }) => detail).join(' ') : error.message}
    </Alert>
  );
}
