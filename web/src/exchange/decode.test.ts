import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, isWorkbook } from './decode';

describe('decode', () => {
  it('gives back every text that was written as UTF-8, without its mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const bytes = new TextEncoder().encode(text);
        fc.pre(!text.startsWith('\ufeff'));
        expect(decode(bytes)).toEqual({ text, encoding: 'utf-8' });
        const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]);
        expect(decode(marked)).toEqual({ text, encoding: 'utf-8' });
      }),
    );
  });

  it('reads what an older Windows spreadsheet wrote', () => {
    const bytes = Uint8Array.from([0x50, 0x65, 0xf1, 0x61, 0x2c, 0x93, 0x94]);
    expect(decode(bytes)).toEqual({ text: 'Peña,“”', encoding: 'windows-1252' });
  });

  it('reads UTF-16 by its mark, either way round', () => {
    expect(decode(Uint8Array.from([0xff, 0xfe, 0xf1, 0x00]))).toEqual({
      text: 'ñ',
      encoding: 'utf-16',
    });
    expect(decode(Uint8Array.from([0xfe, 0xff, 0x00, 0xf1])).text).toBe('ñ');
  });
});

it('knows a workbook from a text', () => {
  expect(isWorkbook(Uint8Array.from([0x50, 0x4b, 3, 4, 0]))).toBe(true);
  expect(isWorkbook(new TextEncoder().encode('PK,name'))).toBe(false);
  expect(isWorkbook(new Uint8Array())).toBe(false);
});
