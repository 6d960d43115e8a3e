import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/app/ui/PageHeader';

export function SchoolsPage() {
  const { t } = useTranslation('schools');
  return <PageHeader title={t('title')} />;
}
