/** The parts of a workshop's page; which one is open is in the address. */
export const tabs = ['plan', 'ready', 'guide'] as const;
export type PlanTab = (typeof tabs)[number];
