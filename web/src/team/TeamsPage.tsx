import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/app/ui/PageHeader';

export function TeamsPage() {
  const { t } = useTranslation('team');
  return <PageHeader title={t('title')} />;
}
