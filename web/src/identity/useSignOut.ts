import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { sessionKey } from '@/api/keys';
import { queryClient } from '@/api/queryClient';
import { confirm } from '@/app/ui/confirm';
import { toast } from '@/app/ui/toast';
import { live } from '@/live/useLive';
import { outbox } from '@/offline/outbox';

export function useSignOut(): () => Promise<void> {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return async () => {
    await outbox.flush();
    const unsent = outbox.pending() > 0;
    const sure =
      !unsent ||
      (await confirm({
        title: t('leave.title'),
        text: t('leave.text'),
        action: t('leave.action'),
      }));
    if (!sure) return;
    try {
      await api.DELETE('/session');
    } catch (error) {
      // Still signed in on the server: on a shared device that has to be known.
      toast.problem(error);
      return;
    }
    live.close();
    outbox.forget();
    queryClient.clear();
    queryClient.setQueryData(sessionKey, null);
    await navigate({ to: '/sign-in' });
  };
}
