/** The English names of the pages that the start page alone leads to; fa.ts has the same keys. */
export const doorsEn = {
  papers: 'The papers’ numbers, computed on this device',
};

export type DoorsWords = typeof doorsEn;
