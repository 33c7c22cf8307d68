/** Right-to-left words inside a left-to-right drawing, kept in their own order. */
export const isolated = (text: string, dir: 'ltr' | 'rtl'): string =>
  dir === 'rtl' ? `\u2067${text}\u2069` : text;
