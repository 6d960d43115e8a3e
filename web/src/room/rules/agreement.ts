/**
 * What a figure of agreement means to a room, in words. The figures themselves are computed by
 * the server (van der Eijk's A per row, Krippendorff's ordinal alpha over the rows).
 */
export type AgreementWord = 'same' | 'close' | 'mixed' | 'apart' | 'camps';

/** A is 1 when everybody chose the same level, 0 when all levels were chosen alike, −1 for two
 * camps at the two ends. */
export function agreementWord(a: number): AgreementWord {
  if (a >= 0.9) return 'same';
  if (a >= 0.6) return 'close';
  if (a >= 0.25) return 'mixed';
  return a >= -0.25 ? 'apart' : 'camps';
}

/** Krippendorff: .800 and more can be relied on, down to .667 for tentative conclusions. */
export type AlphaWord = 'reliable' | 'tentative' | 'weak';

export function alphaWord(alpha: number): AlphaWord {
  if (alpha >= 0.8) return 'reliable';
  return alpha >= 0.667 ? 'tentative' : 'weak';
}
