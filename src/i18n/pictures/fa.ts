/** The Persian words of pictures. */
import type { PicturesWords } from './en.ts';

export const picturesFa: PicturesWords = {
  places: {
    tab: 'جای تصویر',
    title: 'سیگنال در هر جای تصویر چقدر بزرگ است؟',
    gradients: 'گرادیان در هر جای تصویر چقدر بزرگ است؟',
    caption:
      'میانگینِ مربع‌ها در هر جای تصویر، روی نمونه‌ها و کانال‌ها، لایه به لایه؛ عددِ زیرِ هر نقشه میانگین همهٔ جاهای آن است.',
    same: 'مقیاس همهٔ نقشه‌ها یکی است.',
    own: 'هر نقشه مقیاس خودش را دارد، تا روشن‌ترین جایش.',
    spoken: (name, first, last, layer, rim) =>
      `${name}: در لایهٔ ۱ برابر ${first} و در لایهٔ ${layer} برابر ${last}؛ آن‌جا گوشه ${rim} وسط است`,
    hint: 'روی یک جا بروید یا با کلیدهای جهت‌نما حرکت کنید: چپ و راست میان لایه‌ها، پایین به‌سوی وسط.',
    at: (layer, row, column, value) => `لایهٔ ${layer}، سطر ${row}، ستون ${column}: ${value}`,
    theory: (value) => `نظریه: ${value}`,
    none: 'هیچ شبکه‌ای تصویر ندارد: لایه‌های کانولوشنی را انتخاب کنید.',
    mean: (name) => `${name}: میانگین`,
    corner: (name) => `${name}: گوشه`,
    middle: (name) => `${name}: وسط`,
    andMore: 'و بیشتر',
  },
  maps: {
    tab: 'نقشهٔ ویژگی',
    title: 'هر کانال از این تصویر چه می‌بیند؟',
    kernels: 'با کدام کرنل‌ها؟',
    layer: 'لایه',
    example: 'تصویر آزمون',
    exampleText: (index, digit) => `${index}: رقم ${digit}`,
    taken: (answer) => `پاسخ: ${answer}`,
    caption:
      'مقدارهای فعال‌سازیِ همهٔ کانال‌ها برای همین یک تصویر، در گامی که بالا می‌بینید. هر شبکه مقیاس خودش را دارد؛ هر دو رنگ در فاصلهٔ برابر از ۰ یکسان پررنگ‌اند.',
    kernelCaption:
      'هر سطر یک کانالِ خروجی و هر ستون یک کانالِ ورودی؛ از هر کدام حداکثر شانزده. هر شبکه مقیاس خودش را دارد.',
    firstCaption: 'برای هر کانالِ خروجی یک کرنل: تصویر فقط یک کانال دارد.',
    channel: (channel) => `کانال ${channel}`,
    dead: (name, dead, all) => `${name}: ${dead} کانال از ${all} همه‌جا ۰ است`,
    kernelLabel: (name, units, channels) => `${name}: کرنل‌ها از ${channels} به ${units} کانال`,
    none: 'هیچ شبکه‌ای لایهٔ کانولوشنی ندارد.',
    column: 'کانال',
    mean: (name) => `${name}: میانگین`,
    largest: (name) => `${name}: بیشترین`,
  },
  mistakes: {
    heading: (count) => `تصویرهای آزمونِ نادرست: ${count}`,
    first: (count, shown) => `${shown} تای اول از ${count} تصویرِ آزمونِ نادرست`,
    none: 'هیچ تصویرِ آزمونی نادرست نیست.',
    one: (label, answer) => `رقم ${label} که ${answer} خوانده شده`,
    caption: 'زیر هر تصویر: رقمی که هست و سپس رقمی که شبکه می‌گوید.',
  },
  preview: {
    failed: 'تصویرها نیامدند.',
  },
};
