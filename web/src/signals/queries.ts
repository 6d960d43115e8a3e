import { queryOptions } from '@tanstack/react-query';
import i18next from 'i18next';
import { api, body, type Schema } from '@/api/client';
import { keyOf } from '@/api/keys';

export type Signals = Schema<'Signals'>;
export type Signal = Schema<'Signal'>;
export type SignalCheck = Schema<'SignalCheck'>;
export type ContinuumEvidence = Schema<'ContinuumEvidence'>;

export const signalsQuery = (district: string) =>
  queryOptions({
    queryKey: keyOf(district, 'signals', i18next.language),
    queryFn: () =>
      body(api.GET('/districts/{district}/signals', { params: { path: { district } } })),
  });
