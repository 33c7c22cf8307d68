/** The Persian words about how alike two examples are. */
import type { SimilarityWords } from './en.ts';

export const similarityFa: SimilarityWords = {
  tab: 'شباهت',
  title: 'دو ورودی در هر لایه چقدر به هم شبیه‌اند؟',
  y: 'میانگین کسینوس z بین نمونه‌ها',
  caption:
    'نقطه‌ها میانگین کسینوس پیش‌فعال‌سازی‌های دو نمونه‌اند، روی همهٔ جفت‌ها. وقتی به ۱ برسد، شبکه دیگر نمونه‌ها را از هم تشخیص نمی‌دهد، هرقدر هم که پراکندگی سالم باشد.',
  predicted: 'خط‌ها پیش‌بینی نظریه‌اند.',
  joined: 'خط‌های نازک فقط نقطه‌ها را به هم وصل می‌کنند.',
  none: 'با کمتر از دو نمونه چیزی برای مقایسه نیست.',
};
