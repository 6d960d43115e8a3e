import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate } from '@/app/ui/format';
import { readDay } from './days';

describe('a day as typed', () => {
  it.each([
    ['1 ene 2027', 'es', '2027-01-01'],
    ['1 ene. 2027', 'es', '2027-01-01'],
    ['31 de diciembre de 2027', 'es', '2027-12-31'],
    ['1 يناير 2027', 'ar', '2027-01-01'],
    ['١ يناير ٢٠٢٧', 'ar', '2027-01-01'],
    ['Oct 3, 2026', 'es', '2026-10-03'],
    ['2027-01-31', 'ar', '2027-01-31'],
    ['1/31/2027', 'es', '2027-01-31'],
  ])('%s in %s', (text, language, day) => expect(readDay(text, language)).toBe(day));

  it.each(['', 'pronto', '31 feb 2027', '31/1/2027', '1 ene', '1 ene 27', '2027'])(
    'is not %s',
    (text) => expect(readDay(text, 'es')).toBeNull(),
  );

  it('is what the page shows', () => {
    const day = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, fc.constantFrom('en', 'es', 'ar'), (date, language) => {
        const text = date.toISOString().slice(0, 10);
        expect(readDay(formatDate(language, text), language)).toBe(text);
        expect(readDay(formatDate(language, text, 'long'), language)).toBe(text);
      }),
    );
  });
});
