import type { DoorsWords } from './en.ts';

export const doorsFa: DoorsWords = {
  questions: 'پاسخ کوتاه به ۵۲ پرسش',
  papers: 'عددهای مقاله‌ها، محاسبه روی همین دستگاه',
  class: 'برای کلاس: پیش از درس، پس از آن و پیش‌بینی‌ها',
};
