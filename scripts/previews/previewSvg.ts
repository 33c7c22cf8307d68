/** A preview image as SVG, 1200 × 630 px: the size that forums and messengers recommend. */
import type { PreviewFigure } from './previewFigure.ts';

export const PREVIEW_SIZE = { width: 1200, height: 630 } as const;

export interface PreviewWords {
  readonly language: 'en' | 'fa';
  /** The line above the title: `Question`, `Chapter 3`. */
  readonly kicker: string;
  readonly title: string;
  /** Shown instead of the figure if there is none. */
  readonly text: string;
  readonly axes: Readonly<Record<PreviewFigure['kind'], string>>;
}

/** The colours of the light theme. */
const [GROUND, INK, QUIET, LINE] = ['#ffffff', '#1c2430', '#5b6472', '#e3e7ec'] as const;
const LOOKS = [
  ['#e65c00', 'none'],
  ['#2f62bf', '14 8'],
  ['#1f9e89', '3 7'],
  ['#4a0f4f', '16 6 3 6'],
  ['#4f5257', '28 10'],
] as const;
const MARGIN = 64;
const RIGHT = PREVIEW_SIZE.width - MARGIN;
const PLOT = { left: MARGIN + 96, right: 800, top: 330, bottom: 560 } as const;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Wraps `text` at whole words, in at most `most` lines of about `letters` characters; `…` marks text cut off. */
export function wrapped(text: string, letters: number, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(word);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1] ?? ''} …`];
}

/**
 * When resvg falls back to a second face within a line, vowel signs make it lose the rest of the line. A line
 * in two scripts is therefore drawn without them.
 */
const inTwoFaces = (text: string): string =>
  /[A-Za-z]/.test(text)
    ? text.replaceAll('\u0647\u0654', '\u06c0').replaceAll(/[\u064b-\u0654]/g, '')
    : text;

/** Forces right-to-left direction, whatever the first letter is. */
const rightToLeft = (text: string): string => `\u202b${inTwoFaces(text)}\u202c`;

/** A line of text, aligned at the start side; resvg treats every line as left to right unless it is marked. */
function textLine(language: string, text: string, y: number, size: number, ink: string): string {
  const rtl = language === 'fa';
  const shown = rtl ? rightToLeft(text) : text;
  const place = rtl ? `x="${RIGHT}" text-anchor="end"` : `x="${MARGIN}"`;
  return `<text ${place} y="${y}" font-size="${size}" fill="${ink}">${escaped(shown)}</text>`;
}

/** The range of exponents of ten for all positive values, between 2 and 40 decades. */
function decades(lanes: PreviewFigure['lanes']): readonly [low: number, high: number] {
  const logs = lanes
    .flat()
    .flatMap((value) => (value !== null && value > 0 ? Math.log10(value) : []));
  const high = Math.ceil(Math.max(0.3, ...logs));
  return [Math.max(high - 40, Math.min(high - 2, Math.floor(Math.min(0, ...logs)))), high];
}

const power = (exponent: number): string =>
  `10<tspan dy="-9" font-size="17">${exponent < 0 ? `−${-exponent}` : exponent}</tspan>`;

/** A line chart with a logarithmic axis; zeros are drawn at its bottom, non-finite values at its top. */
function figureSvg({ kind, lanes, names }: PreviewFigure, words: PreviewWords): string {
  const [low, high] = decades(lanes);
  const longest = Math.max(2, ...lanes.map(({ length }) => length));
  const x = (i: number): number => PLOT.left + (i / (longest - 1)) * (PLOT.right - PLOT.left);
  const y = (value: number | null): number => {
    if (value === null) return PLOT.top;
    const decade = value > 0 ? Math.log10(value) : low;
    const share = (Math.max(low, decade) - low) / (high - low);
    return PLOT.bottom - share * (PLOT.bottom - PLOT.top);
  };
  const step = Math.ceil((high - low) / 4);
  const rules = Array.from(
    { length: Math.floor((high - low) / step) + 1 },
    (_, i) => low + i * step,
  )
    .map((exponent) => {
      const at = y(10 ** exponent);
      return `<path d="M${PLOT.left} ${at}H${PLOT.right}" stroke="${LINE}" stroke-width="2"/><text x="${PLOT.left - 14}" y="${at + 8}" font-size="24" fill="${QUIET}" text-anchor="end">${power(exponent)}</text>`;
    })
    .join('');
  const rtl = words.language === 'fa';
  const drawn = lanes.map((values, lane) => {
    const [colour, dash] = LOOKS[lane % LOOKS.length] ?? LOOKS[0];
    const points = values.map((value, i) => `${x(i).toFixed(1)} ${y(value).toFixed(1)}`);
    const end = (points.at(-1) ?? '').split(' ');
    const at = PLOT.top + 20 + lane * (lanes.length > 3 ? 46 : 76);
    // The line sample is at the start side of its label.
    const sample = rtl ? RIGHT - 52 : 850;
    const place = rtl ? `x="${RIGHT - 66}" text-anchor="end"` : 'x="916"';
    const label = wrapped(names[words.language][lane] ?? '', 22, 2).map(
      (line, i) =>
        `<text ${place} y="${at + i * 30}" font-size="25" fill="${INK}">${escaped(rtl ? rightToLeft(line) : line)}</text>`,
    );
    return `<g fill="none" stroke="${colour}" stroke-width="6" stroke-linejoin="round" stroke-linecap="butt"><path d="M${points.join('L')}" stroke-dasharray="${dash}"/><path d="M${sample} ${at - 9}h52" stroke-dasharray="${dash}"/><circle cx="${end[0]}" cy="${end[1]}" r="9" fill="${colour}" stroke="none"/></g>${label.join('')}`;
  });
  return `${rules}${drawn.join('')}${textLine(words.language, words.axes[kind], 606, 24, QUIET)}`;
}

export function previewSvg(words: PreviewWords, figure: PreviewFigure | null): string {
  const { language, kicker, title, text } = words;
  const lines = wrapped(title, 36, 3);
  const size = lines.length > 2 ? 50 : 58;
  const body =
    figure === null
      ? wrapped(text, 62, 5).map((line, i) => textLine(language, line, 360 + i * 50, 32, QUIET))
      : [figureSvg(figure, words)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${PREVIEW_SIZE.width}" height="${PREVIEW_SIZE.height}" font-family="Vazirmatn, KaTeX_Main">`,
    `<rect width="100%" height="100%" fill="${GROUND}"/>`,
    textLine(language, `Init Lab · ${kicker}`, 84, 28, QUIET),
    ...lines.map((line, i) => textLine(language, line, 158 + i * (size + 14), size, INK)),
    ...body,
    '</svg>',
  ].join('');
}
