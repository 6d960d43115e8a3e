import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney } from '@/app/ui/format';
import { readNumber, writeNumber } from './decimal';
import { readDollars, writeDollars } from './money';

const cents = fc.integer({ min: 0, max: 1_000_000_000_000 });
const language = fc.constantFrom('en', 'es', 'ar');

describe('dollars', () => {
  it.each([
    ['12500', 1_250_000],
    ['12,500', 1_250_000],
    ['$12,500.50', 1_250_050],
    ['$ 1 250 000', 125_000_000],
    ['0.1', 10],
    ['.07', 7],
    ['12,50', 1_250],
    ['1,250,000.99', 125_000_099],
    ['0029', 2_900],
  ])('reads %s', (text, expected) => expect(readDollars(text, 'en')).toBe(expected));

  it.each(['', 'x', '-5', '1.234', '12.500', '1,23,456', '1.2.3', '12,5000', '1,000.000', '1e3'])(
    'refuses %s',
    (text) => expect(readDollars(text, 'en')).toBeNull(),
  );

  it('reads Spanish and Arabic as they are written in the United States', () => {
    expect(readDollars('12,500.50', 'es')).toBe(1_250_050);
    expect(readDollars('12,500', 'es')).toBe(1_250_000);
    expect(readDollars('12.500', 'es')).toBeNull();
    expect(readDollars('12,500', 'ar')).toBe(1_250_000);
    expect(readDollars('١٢٥٠٠', 'ar')).toBe(1_250_000);
    expect(readDollars('١٢٬٥٠٠٫٥٠', 'ar')).toBe(1_250_050);
  });

  it('follows a language where separators are the other way round', () => {
    expect(readDollars('12.500,50', 'de')).toBe(1_250_050);
    expect(readDollars('12.500', 'de')).toBe(1_250_000);
    expect(readDollars('12500.50', 'de')).toBe(1_250_050);
    expect(readDollars('12,500', 'de')).toBeNull();
  });

  it('loses no cent between writing and reading', () => {
    fc.assert(
      fc.property(cents, language, (amount, lang) => {
        expect(readDollars(writeDollars(amount, lang), lang)).toBe(amount);
      }),
    );
  });

  it('reads what the page shows', () => {
    fc.assert(
      fc.property(cents, language, (amount, lang) => {
        expect(readDollars(formatMoney(lang, amount), lang)).toBe(amount);
      }),
    );
  });

  it('refuses more than the contract allows', () => {
    expect(readDollars('10000000000', 'en')).toBe(1_000_000_000_000);
    expect(readDollars('10000000000.01', 'en')).toBeNull();
    expect(readDollars('999999999999999999', 'en')).toBeNull();
  });
});

describe('values of measures', () => {
  it.each([
    ['62', 62],
    ['-3.5', -3.5],
    ['1,250', 1250],
    ['0.125', 0.125],
    ['-0', 0],
  ])('reads %s', (text, expected) => expect(readNumber(text, 'en')).toBe(expected));

  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), language, (n, lang) => {
        expect(readNumber(writeNumber(n / 1000, lang), lang)).toBe(n / 1000 || 0);
      }),
    );
  });
});
