import type { DoorsWords } from './en.ts';

export const doorsFa: DoorsWords = {
  questions: 'پاسخ کوتاه به ۵۲ پرسش',
  poster: 'همهٔ درس در یک برگ، برای چاپ',
  papers: 'عددهای مقاله‌ها، محاسبه روی همین دستگاه',
  class: 'برای کلاس: پیش از درس، پس از آن و پیش‌بینی‌ها',
};
