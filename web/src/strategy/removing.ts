import { useTranslation } from 'react-i18next';
import { useSend } from '@/api/useSend';
import { confirm } from '@/app/ui/confirm';
import { usePlanPage } from '@/plan/PlanContext';
import { staleWithPlan } from '@/plan/queries';
import { type Initiative, type LibraryStrategy, removeEntry, removeInitiative } from './queries';

type Named = { title: string };

/** Asks first; the focus goes to the page's heading, because its own place is gone. */
function useRemoving<T extends Named>(send: (district: string, item: T) => Promise<unknown>) {
  const { t } = useTranslation(['strategy', 'app']);
  const { district } = usePlanPage();
  const removing = useSend({
    send: (item: T) => send(district, item),
    stale: staleWithPlan(district),
    said: t('removed'),
    done: () => document.querySelector<HTMLElement>('h1')?.focus(),
  });
  return async (item: T) => {
    const sure = await confirm({
      title: t('removeTitle'),
      text: t('removeText', { title: item.title }),
      action: t('app:remove'),
      danger: true,
    });
    if (sure) removing.mutate(item);
  };
}

export const useRemoveEntry = () => useRemoving<LibraryStrategy>(removeEntry);
export const useRemoveInitiative = () => useRemoving<Initiative>(removeInitiative);
