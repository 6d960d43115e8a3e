import { Group, Stack } from '@mantine/core';
import { IconCalendarStats } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/app/ui/EmptyState';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { LEAD, useDistrict, useMay } from '@/identity/session';
import { CycleButton } from './cycles/CycleDialog';
import { ReportGrid } from './cycles/ReportGrid';
import { MonitorNav } from './MonitorNav';
import { cyclesQuery, useMonitoringLive } from './queries';
import { YearPicker } from './YearPicker';

/** Who has reported in which cycle: schools by cycles, what is late and missing at once. */
export function CyclesPage() {
  const { t } = useTranslation('monitor');
  const { id: district } = useDistrict();
  const { year } = useSearch({ from: '/d/$district/monitoring' });
  const navigate = useNavigate();
  const lead = useMay({ district: LEAD });
  const query = useQuery(cyclesQuery(district, year));
  useMonitoringLive(district);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={lead && <CycleButton />} />
      <MonitorNav />
      <QueryView query={query}>
        {(cycles) => (
          <Stack gap="lg">
            <Group>
              <YearPicker
                value={cycles.year}
                known={cycles.years}
                onChange={(picked) =>
                  void navigate({
                    to: '/d/$district/monitoring',
                    params: { district },
                    search: { year: picked },
                    replace: true,
                  })
                }
              />
            </Group>
            {cycles.items.length === 0 ? (
              <EmptyState icon={IconCalendarStats} title={t('cycles.none')}>
                {t(lead ? 'cycles.begin' : 'cycles.wait')}
              </EmptyState>
            ) : (
              <ReportGrid cycles={cycles.items} lead={lead} />
            )}
          </Stack>
        )}
      </QueryView>
    </>
  );
}
