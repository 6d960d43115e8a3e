import { EDIT, SCHOOL, useMay } from '@/identity/session';
import type { Scope } from './queries';

/** The district team for everything; a school's own people for what is their school's. */
export function useMayEdit(scope: Scope): boolean {
  return useMay({ district: EDIT, school: SCHOOL }, scope);
}
