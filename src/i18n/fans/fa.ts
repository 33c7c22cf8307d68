/** The Persian words of the fan calculator. */
import type { FansWords } from './en.ts';

export const fansFa: FansWords = {
  title: 'هر خروجی از چند عدد ساخته می‌شود؟',
  kinds: { dense: 'تمام‌متصل', conv: 'کانولوشن', transposed: 'کانولوشن ترانهاده' },
  kind: 'نوع لایه',
  kernel: 'کرنل',
  inputs: 'کانال‌های ورودی',
  outputs: 'کانال‌های خروجی',
  units: { inputs: 'تعداد ورودی', outputs: 'تعداد خروجی' },
  groups: 'گروه‌ها',
  stride: 'گام کرنل (stride)',
  sides: { input: 'ورودی', output: 'خروجی' },
  more: (count) => `و ${count} کانال دیگر`,
  hint: 'روی یک عدد بروید یا با کلیدهای جهت‌نما جابه‌جا شوید.',
  output: (count) => `این خروجی از ${count} عدد ساخته می‌شود.`,
  input: (count) => `این ورودی به ${count} خروجی می‌رسد.`,
  border: (count) => `دور از لبه، این تعداد ${count} است.`,
  mean: (count) => `با این stride، تعداد از جایی به جای دیگر فرق می‌کند؛ میانگین آن ${count} است.`,
  fanIn: 'تعداد ورودی (fan-in)',
  fanOut: 'تعداد خروجی (fan-out)',
  rule: 'قاعده',
  std: 'انحراف معیار',
  limit: 'کران',
  rules: 'هر قاعده برای این لایه چه اندازه‌ای می‌دهد؟',
  libraries: 'هر کتابخانه چه می‌شمارد؟',
  library: 'کتابخانه',
  shape: 'ابعاد وزن‌ها',
  verdict: 'قاعدهٔ He با این شمارش',
  agrees: 'درست',
  tooSmall: (factor) => `${factor} برابر کوچک‌تر از مقدار درست`,
  tooLarge: (factor) => `${factor} برابر بزرگ‌تر از مقدار درست`,
  mode: { fan_in: 'با fan-in', fan_out: 'با fan-out' },
  caption:
    'کتابخانه‌ها این تعدادها را از ابعادِ آرایهٔ وزن می‌خوانند: از گروه و stride خبر ندارند و لایهٔ ترانهاده کانال‌هایش را برعکس ذخیره می‌کند.',
  clamped: (groups) =>
    `هر دو تعدادِ کانال باید بر تعداد گروه‌ها بخش‌پذیر باشد؛ ${groups} به کار رفت.`,
};
