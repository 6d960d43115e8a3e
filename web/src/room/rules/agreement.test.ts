import { describe, expect, it } from 'vitest';
import { agreementWord, alphaWord } from './agreement';

describe('agreement in words', () => {
  it('runs from one voice to two camps', () => {
    expect([1, 0.75, 0.4, 0, -0.9].map(agreementWord)).toEqual([
      'same',
      'close',
      'mixed',
      'apart',
      'camps',
    ]);
  });

  it('takes Krippendorff at his word', () => {
    expect([0.815, 0.8, 0.7, 0.667, 0.5].map(alphaWord)).toEqual([
      'reliable',
      'reliable',
      'tentative',
      'tentative',
      'weak',
    ]);
  });
});
