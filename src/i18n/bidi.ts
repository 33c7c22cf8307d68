/** Isolates a formula or Latin name as left-to-right text inside a sentence of either direction. */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`;

export const hasRightToLeft = (text: string): boolean => /[\u0590-\u08ff]/.test(text);

/** Direction of a name that may begin with a formula; `dir="auto"` would follow the formula. */
export const directionOf = (text: string): 'rtl' | 'ltr' => (hasRightToLeft(text) ? 'rtl' : 'ltr');

/** Isolates text that contains right-to-left words inside a drawing, which is left-to-right. */
export const inOwnDirection = (text: string): string =>
  hasRightToLeft(text) ? `\u2068${text}\u2069` : text;

/** Isolates text of direction `dir` inside a left-to-right drawing. */
export const isolated = (text: string, dir: 'ltr' | 'rtl'): string =>
  dir === 'rtl' ? `\u2067${text}\u2069` : text;
