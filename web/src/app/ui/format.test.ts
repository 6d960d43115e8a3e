import { describe, expect, it, vi } from 'vitest';
import { formatDate, formatMoney, formatMonth, isPast, schoolYearOf } from './format';

describe('formatDate', () => {
  it('shows a date as written in every time zone', () => {
    expect(formatDate('en', '2026-09-01')).toBe('Sep 1, 2026');
  });

  it('counts days between dates, not hours', () => {
    vi.useFakeTimers({ now: new Date('2026-11-23T23:30:00') });
    expect(formatDate('en', '2026-11-24', 'relative')).toBe('tomorrow');
    expect(formatDate('en', '2026-11-23', 'relative')).toBe('today');
    expect(formatDate('en', '2026-11-20', 'relative')).toBe('3 days ago');
    expect(isPast('2026-11-23')).toBe(false);
    expect(isPast('2026-11-22')).toBe(true);
    vi.useRealTimers();
  });

  it('names months where figures alone could be read in two ways', () => {
    expect(formatDate('es', '2026-09-01')).toBe('1 sept 2026');
    expect(formatDate('ar', '2026-09-01')).toBe('1 سبتمبر 2026');
    expect(formatMonth('es', '2026-09', 'long')).toBe('septiembre de 2026');
  });

  it('leaves alone what is no date', () => {
    expect(formatDate('en', 'soon')).toBe('soon');
  });
});

it('shows cents only when there are some', () => {
  expect(formatMoney('en', 1_250_000)).toBe('$12,500');
  expect(formatMoney('en', 1_250_050)).toBe('$12,500.50');
  expect(formatMoney('es', 1_250_050)).toBe('$12,500.50');
  expect(formatMoney('ar', 1_250_050)).toBe('\u2068$12,500.50\u2069');
});

it('begins school years in July', () => {
  expect(schoolYearOf('2026-06-30')).toBe('2025-26');
  expect(schoolYearOf('2026-07-01')).toBe('2026-27');
  expect(schoolYearOf('2099-12-01')).toBe('2099-00');
});
