/** Reads the marks of a chart, and maps between pixels and values with its axis labels. */
import type { Locator } from '@playwright/test';

export interface Label {
  readonly text: string;
  /** The superscript: 10⁻² has text `10` and exponent `-2`. */
  readonly exponent: string | null;
  readonly x: number;
  readonly y: number;
}

export interface Marks {
  readonly xTicks: readonly Label[];
  readonly yTicks: readonly Label[];
  /** Labels of the rows outside the scale, such as 0 and ∞. */
  readonly rows: readonly Label[];
  /** Per lane, the `d` of its paths, by their `data-mark` or the name of their class. */
  readonly lanes: readonly Readonly<Record<string, string>>[];
}

export type Px = readonly [x: number, y: number];

export const readMarks = (figure: Locator): Promise<Marks> =>
  figure.evaluate((root) => {
    const latin = (text: string): string =>
      text.replaceAll('\u2212', '-').replaceAll(/[\u200B\u2066-\u2069\s]/g, '');
    const label = (node: Element) => ({
      text: latin(node.firstChild?.textContent ?? ''),
      exponent: node.childNodes.length > 1 ? latin(node.childNodes[1]?.textContent ?? '') : null,
      x: Number(node.getAttribute('x')),
      y: Number(node.getAttribute('y')),
    });
    const labels = (selector: string) => Array.from(root.querySelectorAll(selector), label);
    const paths = (lane: Element): Record<string, string> => {
      const found: Record<string, string> = {};
      for (const path of lane.querySelectorAll('path')) {
        const name = path.getAttribute('class')?.replace(/^_/, '').replace(/_.*$/, '') ?? '';
        found[path.dataset['mark'] ?? name] = path.getAttribute('d') ?? '';
      }
      return found;
    };
    return {
      xTicks: labels('[data-axis="x"] text, .recharts-xAxis-tick-labels text'),
      yTicks: labels('[data-axis="y"] text, .recharts-yAxis-tick-labels text'),
      rows: labels('text[class*="yTick"]'),
      lanes: Array.from(root.querySelectorAll('g[data-of-lane]'), paths),
    };
  });

/** All points of a path, in order, in px. */
export const pointsOf = (d = ''): readonly Px[] =>
  Array.from(d.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g), ([, x, y]) => [Number(x), Number(y)]);

/** The subpaths of a path, each as its points in px. */
export const stretchesOf = (d = ''): readonly (readonly Px[])[] =>
  d
    .split('M')
    .filter((part) => part !== '')
    .map((part) => pointsOf(`M${part}`));

/** The base-10 logarithm of a label: its exponent, or computed from its text. */
export function decadeOf({ text, exponent }: Label): number {
  return exponent === null ? Math.log10(Number(text)) : Number(exponent);
}

/** The map from values to px along an axis, from its smallest and largest labels. */
export function axis(
  labels: readonly Label[],
  place: 'x' | 'y',
  value: (label: Label) => number,
): (value: number) => number {
  const known = labels
    .map((label) => ({ value: value(label), px: label[place] }))
    .filter((each) => Number.isFinite(each.value))
    .toSorted((a, b) => a.value - b.value);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || first === last) throw new Error('no axis');
  const each = (last.px - first.px) / (last.value - first.value);
  return (at) => first.px + (at - first.value) * each;
}
