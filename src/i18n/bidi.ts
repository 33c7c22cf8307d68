/** A formula or a name in Latin letters, in one piece inside a sentence of either direction. */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`;

export const hasRightToLeft = (text: string): boolean => /[\u0590-\u08ff]/.test(text);

/** Of a name that may begin with a formula: `dir="auto"` would go by the formula. */
export const directionOf = (text: string): 'rtl' | 'ltr' => (hasRightToLeft(text) ? 'rtl' : 'ltr');

/** Words from right to left inside a drawing, which runs from left to right: they keep their own order. */
export const inOwnDirection = (text: string): string =>
  hasRightToLeft(text) ? `\u2068${text}\u2069` : text;

/** Right-to-left words inside a left-to-right drawing, kept in their own order. */
export const isolated = (text: string, dir: 'ltr' | 'rtl'): string =>
  dir === 'rtl' ? `\u2067${text}\u2069` : text;
