export interface MoneySearch {
  year?: string;
  source?: string;
  amounts?: 'used';
}

/** What one looks at is in the address, so that it can be sent to somebody. */
export function moneySearch({ year, source, amounts }: Record<string, unknown>): MoneySearch {
  return {
    ...(typeof year === 'string' && /^20\d\d-\d\d$/.test(year) ? { year } : {}),
    ...(source ? { source: String(source) } : {}),
    ...(amounts === 'used' ? { amounts } : {}),
  };
}
