// The arithmetic of the year, written a second time and from the definitions that the pages give:
// nothing here knows how the program does it.

export const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
};

// ---- Run charts: mean, and three sigma as 3 / 1.128 mean moving ranges (Wheeler, Understanding
// Variation); eight in a row on one side, six in a row rising or falling.

export interface Chart {
  mean: number;
  lower: number;
  upper: number;
  signals: { kind: string; first: number; last: number; up: boolean }[];
}

export function chartOf(values: readonly number[], share: boolean): Chart | null {
  if (values.length < 6) return null;
  const mean = sum(values) / values.length;
  const ranges = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? 0)));
  const reach = 2.66 * (sum(ranges) / ranges.length);
  const signals: Chart['signals'] = [];
  values.forEach((value, i) => {
    if (value > mean + reach + 1e-6) signals.push({ kind: 'outside', first: i, last: i, up: true });
    if (value < mean - reach - 1e-6)
      signals.push({ kind: 'outside', first: i, last: i, up: false });
  });
  for (const up of [true, false]) {
    const beyond = values.map((value) => (up ? value > mean + 1e-7 : value < mean - 1e-7));
    for (const [first, last] of stretchesOf(beyond)) {
      if (last - first + 1 >= 8) signals.push({ kind: 'run', first, last, up });
    }
    const steps = values.slice(1).map((value, i) => {
      const before = values[i] ?? 0;
      return up ? value > before : value < before;
    });
    for (const [first, last] of stretchesOf(steps)) {
      if (last - first + 2 >= 6) signals.push({ kind: 'trend', first, last: last + 1, up });
    }
  }
  return {
    mean,
    lower: share ? Math.max(0, mean - reach) : mean - reach,
    upper: share ? Math.min(100, mean + reach) : mean + reach,
    signals,
  };
}

function stretchesOf(flags: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  let first = -1;
  [...flags, false].forEach((flag, i) => {
    if (flag && first < 0) first = i;
    if (!flag && first >= 0) {
      found.push([first, i - 1]);
      first = -1;
    }
  });
  return found;
}

/** Wilson's interval of a share of n, 95 percent, in percent (Newcombe 1998, method 3). */
export function wilson(percent: number, n: number): [number, number] {
  const z = 1.959963984540054;
  const p = percent / 100;
  const root = z * Math.sqrt(z * z + 4 * n * p * (1 - p));
  const below = 2 * (n + z * z);
  return [(100 * (2 * n * p + z * z - root)) / below, (100 * (2 * n * p + z * z + root)) / below];
}

// ---- On track: on the straight line between the targets before and after the day.

export interface Point {
  on: string;
  value: number;
}
export interface Targets {
  baseline?: Point | null;
  interim: Point[];
  end_target?: Point | null;
}

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

export function trackOf(direction: string, targets: Targets | null, latest: Point | null): string {
  const ahead = targets
    ? [...targets.interim, ...(targets.end_target ? [targets.end_target] : [])]
    : [];
  if (!targets || ahead.length === 0) return 'no_targets';
  if (!latest) return 'no_value';
  const sign = direction === 'increase' ? 1 : -1;
  const reaches = (value: number, wanted: number) =>
    sign * (value - wanted) >= -1e-9 * Math.max(1, wanted);
  if (targets.end_target && reaches(latest.value, targets.end_target.value)) return 'reached';
  const line = [...(targets.baseline ? [targets.baseline] : []), ...ahead].sort((a, b) =>
    a.on < b.on ? -1 : 1,
  );
  const after = line.findIndex(({ on }) => on > latest.on);
  if (after === 0) return 'too_early';
  let expected: number;
  if (after < 0) expected = line.at(-1)?.value ?? 0;
  else {
    const [from, to] = [line[after - 1] as Point, line[after] as Point];
    const part =
      (dayNumber(latest.on) - dayNumber(from.on)) / (dayNumber(to.on) - dayNumber(from.on));
    expected = from.value + (to.value - from.value) * part;
  }
  if (reaches(latest.value, expected)) return 'on_track';
  const start = targets.baseline;
  return start && reaches(start.value, latest.value) ? 'off_track' : 'behind';
}

// ---- Equity: each pupil is a unit, so schools are written out pupil by pupil and nothing is
// weighted. Slow, and free of the formulas for grouped data that the program uses.

export interface Equity {
  mean: number;
  median: number;
  lowest: number;
  highest: number;
  federal: number;
  variation: number;
  mcloone: number;
  verstegen: number;
  gini: number;
}

export function equityOf(schools: readonly { pupils: number; each: number }[]): Equity {
  const everybody = schools
    .flatMap(({ pupils, each }) => Array<number>(pupils).fill(each))
    .sort((a, b) => a - b);
  const n = everybody.length;
  const at = (part: number) => everybody[Math.ceil(part * n - 1e-9) - 1] ?? 0;
  const mean = sum(everybody) / n;
  const median = at(0.5);
  const below = everybody.filter((amount) => amount <= median);
  const above = everybody.filter((amount) => amount >= median);
  return {
    mean,
    median,
    lowest: everybody[0] ?? 0,
    highest: everybody.at(-1) ?? 0,
    federal: (at(0.95) - at(0.05)) / at(0.05),
    variation: Math.sqrt(sum(everybody.map((amount) => (amount - mean) ** 2)) / n) / mean,
    mcloone: sum(below) / (below.length * median),
    verstegen: sum(above) / (above.length * median),
    // Gini by ranks: 2 sum(i x_i) / (n sum(x)) - (n + 1) / n.
    gini:
      (2 * sum(everybody.map((amount, i) => (i + 1) * amount))) / (n * sum(everybody)) -
      (n + 1) / n,
  };
}

/** Whole cents by pupils, the largest remainders first; in the order given where they are the same. */
export function sharedOut(cents: number, pupils: readonly number[]): number[] {
  const all = sum(pupils);
  const exact = pupils.map((one) => (BigInt(cents) * BigInt(one)) / BigInt(all));
  const rest = pupils.map((one, i) => ({ i, left: (BigInt(cents) * BigInt(one)) % BigInt(all) }));
  let missing = cents - Number(exact.reduce((a, b) => a + b, 0n));
  const parts = exact.map(Number);
  rest.sort((a, b) => (a.left === b.left ? a.i - b.i : a.left > b.left ? -1 : 1));
  for (const { i } of rest) {
    if (missing === 0) break;
    parts[i] = (parts[i] ?? 0) + 1;
    missing -= 1;
  }
  return parts;
}
