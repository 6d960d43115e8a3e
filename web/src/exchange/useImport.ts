import { useState } from 'react';
import { api, body } from '@/api/client';
import { keyOf } from '@/api/keys';
import { useSend } from '@/api/useSend';
import { useDistrict } from '@/identity/session';
import type { Source } from './readFile';
import type { ImportKind, ImportResult, Mapping } from './rules';

interface Asked {
  mode: 'preview' | 'apply';
  source: Source;
  mapping: Mapping | null;
}

/** A file on its way in: looked at, its columns put right, brought in. */
export function useImport(kind: ImportKind) {
  const { id: district } = useDistrict();
  const [source, setSource] = useState<Source | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const send = useSend({
    send: ({ mode, source: { fileName, text }, mapping }: Asked) =>
      body(
        api.POST('/districts/{district}/imports', {
          params: { path: { district } },
          body: { kind, mode, file_name: fileName, text, mapping },
        }),
      ),
    stale: ({ mode }) =>
      mode === 'apply'
        ? [keyOf(district, 'schools'), keyOf(district, 'people'), keyOf(district, 'teams')]
        : [],
    handles: [413, 422],
    done: setResult,
  });

  return {
    source,
    result,
    error: send.error,
    working: send.isPending,
    applying: send.isPending && send.variables.mode === 'apply',
    look: (next: Source) => {
      setSource(next);
      setResult(null);
      send.mutate({ mode: 'preview', source: next, mapping: null });
    },
    map: (mapping: Mapping) => {
      if (!source || !result) return;
      // The choice shows at once; what it means comes with the answer.
      setResult({ ...result, mapping });
      send.mutate({ mode: 'preview', source, mapping });
    },
    apply: () => {
      if (source && result) send.mutate({ mode: 'apply', source, mapping: result.mapping });
    },
    again: () => {
      if (source && result) send.mutate({ mode: 'preview', source, mapping: result.mapping });
    },
    reset: () => {
      setSource(null);
      setResult(null);
      send.reset();
    },
  };
}

export type Import = ReturnType<typeof useImport>;
