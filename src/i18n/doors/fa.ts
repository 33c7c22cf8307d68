import type { DoorsWords } from './en.ts';

export const doorsFa: DoorsWords = {
  papers: 'عددهای مقاله‌ها، محاسبه روی همین دستگاه',
};
