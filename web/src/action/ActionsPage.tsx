import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/app/ui/PageHeader';

export function ActionsPage() {
  const { t } = useTranslation('action');
  return <PageHeader title={t('title')} />;
}
