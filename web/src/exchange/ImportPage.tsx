import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/app/ui/PageHeader';

export function ImportPage() {
  const { t } = useTranslation('exchange');
  return <PageHeader title={t('title')} />;
}
