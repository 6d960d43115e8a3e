/** Said twice in the same words, both are shown: each gets a key by its place. */
export const keyed = <T>(list: readonly T[]): { item: T; key: number }[] =>
  list.map((item, key) => ({ item, key }));
