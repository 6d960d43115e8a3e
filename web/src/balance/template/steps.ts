import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body, ifMatch } from '@/api/client';
import { keyOf } from '@/api/keys';
import { ApiProblem, currentOf } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { toast } from '@/app/ui/toast';
import { type Template, templateKey } from '../queries';
import { useTemplate } from './context';
import { goTo } from './focus';

/** The id of the notice that says where the template is on its way. */
export const stateNotice = 'state';

type Post = (at: {
  path: { district: string; template: string };
  header: { 'If-Match': string };
}) => Promise<Template>;

/** The five steps of a template's way, each over the version that the person has seen. */
export const steps = {
  submit:
    (note: string): Post =>
    (params) =>
      body(
        api.POST('/districts/{district}/templates/{template}/submit', { params, body: { note } }),
      ),
  withdraw: (): Post => (params) =>
    body(api.POST('/districts/{district}/templates/{template}/withdraw', { params, body: {} })),
  return:
    (message: string): Post =>
    (params) =>
      body(
        api.POST('/districts/{district}/templates/{template}/return', {
          params,
          body: { message, comments: [] },
        }),
      ),
  accept:
    (message: string): Post =>
    (params) =>
      body(
        api.POST('/districts/{district}/templates/{template}/accept', {
          params,
          body: { message },
        }),
      ),
  reopen:
    (message: string): Post =>
    (params) =>
      body(
        api.POST('/districts/{district}/templates/{template}/reopen', {
          params,
          body: { message },
        }),
      ),
};

/**
 * Takes a step. If the template has moved on meanwhile but is still in the state that the
 * person saw, the step is taken on what is there now; otherwise they are shown what it is.
 */
export function useStep(said: string, done?: () => void) {
  const { t } = useTranslation('balance');
  const { district, template } = useTemplate();
  const cache = useQueryClient();
  const key = templateKey(district, template.id);

  const take = async (post: Post): Promise<Template> => {
    const path = { district, template: template.id };
    try {
      return await post({ path, header: ifMatch(template.version) });
    } catch (error) {
      const current = currentOf<Template>(error);
      if (!current || current.state !== template.state) throw error;
      return await post({ path, header: ifMatch(current.version) });
    }
  };

  const send = useSend({
    send: take,
    stale: (answer) => {
      cache.setQueryData(key, answer);
      return [key, keyOf(district, 'rounds'), keyOf(district, 'actions'), keyOf(district, 'home')];
    },
    said,
    handles: [409, 412, 422],
    done: () => {
      done?.();
      // The way goes on from what the notice says, once a dialog has let go of the focus.
      setTimeout(() => goTo(stateNotice), 300);
    },
  });

  const refused = (error: Error) => {
    void cache.invalidateQueries({ queryKey: key });
    toast.problem(
      currentOf(error)
        ? new ApiProblem({ type: 'about:blank', title: t('step.movedOn'), status: 412 })
        : error,
    );
  };
  return {
    pending: send.isPending,
    take: (post: Post) => send.mutate(post, { onError: refused }),
  };
}
