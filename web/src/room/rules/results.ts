interface Count {
  value: string;
  count: number;
}

/** What most chose; null without answers and where the most are equal. */
export function leading(counts: readonly Count[]): string | null {
  const sorted = [...counts].filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  const [first, second] = sorted;
  if (!first || (second && second.count === first.count)) return null;
  return first.value;
}
