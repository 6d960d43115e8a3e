import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/app/ui/PageHeader';

export function RoundsPage() {
  const { t } = useTranslation('balance');
  return <PageHeader title={t('title')} />;
}
