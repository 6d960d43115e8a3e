import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/app/ui/PageHeader';

export function SchoolPlanPage() {
  const { t } = useTranslation('plan');
  return <PageHeader title={t('title')} />;
}
