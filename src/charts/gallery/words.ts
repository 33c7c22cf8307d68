/** The gallery's texts, in place of the translation catalogue. */
import { createFormat } from '../../i18n/format.ts';

const fa = document.documentElement.lang === 'fa';
export const DIR: 'ltr' | 'rtl' = fa ? 'rtl' : 'ltr';
const say = (en: string, persian: string): string => (fa ? persian : en);

export const format = createFormat(fa ? 'fa' : 'en', 'native', {
  infinity: say('infinite', 'بی‌نهایت'),
  minusInfinity: say('minus infinity', 'منفی بی‌نهایت'),
  notANumber: say('not a number', 'NaN'),
  milliseconds: 'ms',
  seconds: 's',
  megabytes: 'MB',
  gigabytes: 'GB',
});

const { percent, integer, plain } = format;

export const words = {
  strip: {
    nonFinite: (share: number) => `${percent(share)} NaN`,
    nonFiniteFrom: (layer: number) =>
      say(`only ∞ from layer ${integer(layer)}`, `فقط ∞ از لایهٔ ${integer(layer)}`),
    zeroFrom: (layer: number) =>
      say(`0 from layer ${integer(layer)}`, `۰ از لایهٔ ${integer(layer)}`),
  },
  layer: (layer: number) => say(`layer ${integer(layer)}`, `لایهٔ ${integer(layer)}`),
  spoken: (name: string, layer: number, std: number) =>
    say(
      `${name}, layer ${layer}: σ ${plain(std)}`,
      `${name}، لایهٔ ${integer(layer)}: σ ${plain(std)}`,
    ),
  spread: {
    layer: (layer: number) => say(`layer ${integer(layer)}`, `لایهٔ ${integer(layer)}`),
    measured: say('measured', 'اندازه'),
    theory: say('theory', 'نظریه'),
    infinite: '∞',
  },
  magnitude: {
    layer: (layer: number) => say(`layer ${integer(layer)}`, `لایهٔ ${integer(layer)}`),
    nonFinite: '∞',
    nonFiniteFrom: (layer: number) =>
      say(`∞ from layer ${integer(layer)}`, `∞ از لایهٔ ${integer(layer)}`),
    zeroFrom: (layer: number) =>
      say(`0 from layer ${integer(layer)}`, `۰ از لایهٔ ${integer(layer)}`),
    zero: integer(0),
    median: say('median', 'میانه'),
    largest: say('largest', 'بزرگ‌ترین'),
    value: say('size', 'اندازه'),
  },
  histogram: {
    bin: say('values', 'مقدارها'),
    count: say('count', 'تعداد'),
    share: say('share', 'سهم'),
    zero: (share: number) => say(`${percent(share)} exactly 0`, `${percent(share)} دقیقاً ۰`),
    below: (share: number) => `← ${percent(share)}`,
    above: (share: number) => `${percent(share)} →`,
    nonFinite: (share: number) => `${percent(share)} NaN`,
    quantiles: say('quantiles', 'چندک‌ها'),
    meanStd: 'μ ± σ',
  },
  same: say('one scale for all', 'یک مقیاس برای همه'),
  own: say('each layer on its own scale', 'هر لایه در مقیاس خودش'),
  lanesTitle: say('What does each layer pass on?', 'هر لایه چه چیزی را عبور می‌دهد؟'),
  lanesCaption: say(
    'Activation h; each layer drawn to its own peak. The solid bar at 0 is the share of units that are off, at the edge the share beyond it.',
    'فعال‌سازی h؛ هر لایه تا قلهٔ خودش کشیده شده است. ستون پُر در صفر سهم واحدهای خاموش و در لبه سهم مقدارهای بیرون از آن است.',
  ),
  spreadTitle: say('How wide is each layer?', 'هر لایه چقدر پهن است؟'),
  sigma: say('σ of the activations', 'انحراف معیار (σ) فعال‌سازی‌ها'),
  gradientTitle: say('How much gradient comes back?', 'چه مقدار گرادیان برمی‌گردد؟'),
  gradientSigma: say('σ of ∂C/∂z', 'انحراف معیار (σ) \u2066∂C/∂z\u2069'),
  tracksTitle: say('Who arrives, and when?', 'کدام می‌رسد و کِی؟'),
  stepTitle: say('step', 'گام'),
  tracks: {
    step: (step: number) => say(`step ${integer(step)}`, `گام ${integer(step)}`),
    share: say('share right', 'سهم پاسخ‌های درست'),
    gradient: say('gradient of layer 1', 'گرادیان لایهٔ ۱'),
    flag: (step: number) => integer(step),
    never: say('never', 'هرگز'),
  },
  phases: {
    title: say('Order or chaos?', 'نظم یا آشوب؟'),
    ordered: say('order', 'نظم'),
    chaotic: say('chaos', 'آشوب'),
    critical: say('critical', 'بحرانی'),
    away: say('variance diverges', 'واریانس واگراست'),
    directions: say('What happens to every direction?', 'بر سر هر جهت چه می‌آید؟'),
    alike: say('How alike do two inputs look?', 'دو ورودی چقدر شبیه می‌شوند؟'),
  },
  loopTitle: say('What arrives, and what comes back?', 'چه می‌رسد و چه برمی‌گردد؟'),
  layers: say('layer', 'لایه'),
  backward: say('the gradient flows back', 'گرادیان به عقب می‌رود'),
  numbers: say('numbers', 'عددها'),
  hide: say('hide numbers', 'پنهان کردن عددها'),
  mapTitle: say('How far does it fall before float32 ends?', 'تا پایان float32 چقدر سقوط می‌کند؟'),
  size: say('|h|, non-zero values', '|h|، مقدارهای ناصفر'),
  layerTitle: say('What does layer 5 look like?', 'لایهٔ ۵ چه شکلی است؟'),
  activation: say('activation h', 'فعال‌سازی h'),
  share: say('share of values in a bin', 'سهم مقدارها در هر خانه'),
  saturation: say('saturated', 'اشباع'),
  theory: say('theory', 'نظریه'),
};

export const ranges = [
  { name: 'float32', smallest: 1.4e-45, largest: 3.4e38 },
  { name: 'float16', smallest: 6e-8, largest: 65504 },
];
