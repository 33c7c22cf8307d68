/** The Persian words of the poster. */
import type { PosterWords } from './en.ts';

export const posterFa: PosterWords = {
  title: 'سیگنالِ کدام شروع می‌رود و برمی‌گردد؟',
  lead: 'همهٔ درس در یک برگ: هر شروع با هر تابع فعال‌سازی. هر خانه آزمایشگاهِ خودش را باز می‌کند.',
  print: 'چاپ برگ',
  caption:
    'در هر خانه: خروجیِ لایه‌های ۱، ۵، ۱۰ و ۲۰؛ زیر آن پراکندگی در مسیر رفت و گرادیان در مسیر برگشت، خط‌های راست روی ۱. خانهٔ قاب‌دار: سالم در هر دو مسیر.',
  start: 'شروع',
  made: (layers, units, seed, date) =>
    `${layers} لایهٔ ${units} نورونی، دانهٔ ${seed}؛ محاسبه در مرورگر، ${date}`,
  computing: (done, of) => `در حال محاسبه: ${done} از ${of} …`,
  failed: 'این برگ روی این دستگاه محاسبه نشد. برای تلاش دوباره، صفحه را تازه کنید.',
  healthy: (name, starts) => `${name}: سالم با ${starts}`,
  nobody: (name) => `${name}: با هیچ‌کدام سالم نیست`,
  qr: 'کد QR نشانی این برگ',
};
