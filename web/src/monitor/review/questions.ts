/** The standard questions, in the order in which they are asked. */
export const questions = ['readiness', 'knowledge', 'opportunity', 'fidelity', 'impact'] as const;

export type Question = (typeof questions)[number];
