import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/app/ui/PageHeader';

export function HistoryPage() {
  const { t } = useTranslation('history');
  return <PageHeader title={t('title')} />;
}
