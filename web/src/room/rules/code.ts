/**
 * A join code as people type it: spaces, dashes and small letters do not matter, and what only
 * looks like another letter is taken for the one that codes are made of.
 */
export const tidyCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .slice(0, 12);

/** In groups that can be read across a room: 'ABC 123'. */
export function spacedCode(code: string): string {
  if (code.length <= 4) return code;
  const half = Math.ceil(code.length / 2);
  return `${code.slice(0, half)} ${code.slice(half)}`;
}
