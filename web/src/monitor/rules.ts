import type { ChartSignal, CycleView, MeasureValue, ReportGlance } from './queries';

export interface GridRow {
  /** Null: the district itself. */
  school: string | null;
  /** One place for each cycle; undefined where nothing was asked. */
  reports: (ReportGlance | undefined)[];
}

/** The district first, then schools by name: closed ones too, if they reported. */
export function gridRows(cycles: CycleView[], name: (school: string | null) => string): GridRow[] {
  const schools = new Set(cycles.flatMap(({ reports }) => reports.map((r) => r.school_id ?? null)));
  return [...schools]
    .sort((a, b) => Number(b === null) - Number(a === null) || name(a).localeCompare(name(b)))
    .map((school) => ({
      school,
      reports: cycles.map(({ reports }) =>
        reports.find((report) => (report.school_id ?? null) === school),
      ),
    }));
}

export function tallies({ reports }: CycleView): { late: number; missing: number } {
  const count = (standing: ReportGlance['standing']) =>
    reports.filter((report) => report.standing === standing).length;
  return { late: count('late'), missing: count('missing') };
}

/** From so many students on, a percentage says enough by itself. */
export const fewForPercent = 50;

/** Small groups are shown as the range that their percentage stands for. */
export function showsRange({ n, low, high }: MeasureValue): boolean {
  return n !== null && n !== undefined && n < fewForPercent && low != null && high != null;
}

/** What one types as a number of students: one to nine never leaves this device. */
export function studentsTyped(text: string): string {
  const plain = text.trim();
  return /^0*[1-9]$/.test(plain) ? 'few' : plain;
}

/** The signal one should hear of first: the last to end, and of those the longest. */
export function newestSignal(signals: ChartSignal[]): ChartSignal | undefined {
  return [...signals].sort((a, b) => b.to.localeCompare(a.to) || a.from.localeCompare(b.from))[0];
}

export interface ChartRow {
  time: number;
  value?: number;
  signal?: number;
  target?: number;
}

const timeOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Rows of the chart by day: values, those of a signal once more, and the targets. */
export function chartRows(
  values: MeasureValue[],
  signals: ChartSignal[],
  targets: { on: string; value: number }[],
): ChartRow[] {
  const rows = new Map<string, ChartRow>();
  const row = (day: string) => {
    const known = rows.get(day) ?? { time: timeOf(day) };
    rows.set(day, known);
    return known;
  };
  for (const { taken_on, value } of values) {
    if (value === null || value === undefined) continue;
    const here = row(taken_on);
    here.value = value;
    if (signals.some(({ from, to }) => from <= taken_on && taken_on <= to)) here.signal = value;
  }
  for (const { on, value } of targets) row(on).target = value;
  return [...rows.values()].sort((a, b) => a.time - b.time);
}
