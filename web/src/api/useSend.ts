import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from '@/app/ui/toast';
import { IdempotencyKeys } from './idempotency';
import { isProblem } from './problem';

interface SendOptions<Vars, Answer> {
  /** Sends it. `create` holds the Idempotency-Key header for creates, kept over retries. */
  send: (vars: Vars, headers: { create: { 'Idempotency-Key': string } }) => Promise<Answer>;
  /** Keys (or prefixes) that this write makes stale. */
  stale?: QueryKey[] | ((answer: Answer, vars: Vars) => QueryKey[]);
  /** Said in a toast when it worked; already translated. */
  said?: string | ((answer: Answer, vars: Vars) => string);
  /** After the cache knows. */
  done?: (answer: Answer, vars: Vars) => void;
  /** Statuses that the caller shows itself (e.g. [412, 422]); all others become a toast. */
  handles?: number[];
}

/** Every write that is not a field saved as one types goes through here. */
export function useSend<Vars, Answer>(options: SendOptions<Vars, Answer>) {
  const cache = useQueryClient();
  const [keys] = useState(() => new IdempotencyKeys());
  return useMutation<Answer, Error, Vars>({
    mutationFn: (vars) =>
      options.send(vars, { create: { 'Idempotency-Key': keys.keyFor(vars ?? null) } }),
    onSuccess: async (answer, vars) => {
      keys.done();
      const stale =
        typeof options.stale === 'function' ? options.stale(answer, vars) : options.stale;
      await Promise.all((stale ?? []).map((queryKey) => cache.invalidateQueries({ queryKey })));
      const said = typeof options.said === 'function' ? options.said(answer, vars) : options.said;
      if (said) toast.good(said);
      options.done?.(answer, vars);
    },
    onError: (error) => {
      if (isProblem(error) && options.handles?.includes(error.status)) return;
      toast.problem(error);
    },
  });
}
