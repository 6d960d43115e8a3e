import type { AgendaStep } from '@/room/rules/events';
import type { Control } from './useControl';

/** To a step, with its time running. */
export function goTo(step: AgendaStep): Control[] {
  const go: Control = { command: 'go', step: step.id };
  return step.minutes > 0 ? [go, { command: 'timer_start', seconds: step.minutes * 60 }] : [go];
}

/** The first step, with its time running. */
export function begin(agenda: readonly AgendaStep[]): Control[] {
  const minutes = agenda[0]?.minutes ?? 0;
  return minutes > 0
    ? [{ command: 'start' }, { command: 'timer_start', seconds: minutes * 60 }]
    : [{ command: 'start' }];
}
