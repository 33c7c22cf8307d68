/** The English names of the pages that only the start page links to; fa.ts has the same keys. */
export const doorsEn = {
  questions: 'Short answers to 52 questions people ask',
  poster: 'The lecture on one sheet, to print',
  papers: 'The papers’ numbers, computed on this device',
  class: 'For a class: before, after, and what was predicted',
};

export type DoorsWords = typeof doorsEn;
