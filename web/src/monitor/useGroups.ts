import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDistrict } from '@/identity/session';
import { studentGroupsQuery } from '@/plan/queries';

/** The district's student groups: those offered, and what each is called. */
export function useGroups() {
  const { t } = useTranslation('monitor');
  const { id } = useDistrict();
  const groups = useQuery(studentGroupsQuery(id)).data?.items ?? [];
  return {
    offered: groups.filter(({ active }) => active),
    /** Of a value: no group is all students. */
    nameOf: (group: string | null | undefined) =>
      group ? (groups.find(({ id: one }) => one === group)?.name ?? '…') : t('allStudents'),
  };
}
