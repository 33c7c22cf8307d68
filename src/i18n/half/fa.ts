/** The Persian words of the picture of the half that ReLU drops. */
import type { HalfWords } from './en.ts';

export const halfFa: HalfWords = {
  title: 'ReLU با جمع وزن‌دار چه می‌کند؟',
  dropped: 'صفر می‌شود',
  kept: 'بی‌تغییر می‌گذرد',
  bars: 'میانگین مربع‌ها، لایه به لایه',
  bin: 'مقدارها',
  spoken: (layers, share) =>
    `هرچه کمتر از ۰ باشد صفر می‌شود. پس از ${layers} لایه ${share} از میانگین مربع‌ها مانده است.`,
};
