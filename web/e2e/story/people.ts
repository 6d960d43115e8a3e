// Who takes part.
export const district = 'Maple Ridge Public Schools';
export const alder = 'Alder Creek Elementary School';
export const calderon = 'Dr. Inés Calderón Middle School';
export const high = 'Maple Ridge High School';

export const admin = 'Ada Morales';
export const lead = 'Nora Whitfield';
export const principal = 'Paul Okoye';
export const teacher = 'Tessa Lindqvist';

export const password = 'maples in the morning';

/** A day so many days from now, as the contract writes days. */
export function inDays(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return day.toISOString().slice(0, 10);
}
