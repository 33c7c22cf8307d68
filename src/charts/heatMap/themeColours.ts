import { useSyncExternalStore } from 'react';

/** A canvas cannot use `var(--…)`: it reads the colours again when the theme changes. */
function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

/** The tokens a matrix is painted with, in this order. */
const TOKENS = ['--negative', '--ground', '--positive', '--ink', '--series-5'] as const;

export type Rgb = readonly [red: number, green: number, blue: number];

export interface Palette {
  readonly negative: Rgb;
  readonly ground: Rgb;
  readonly positive: Rgb;
  readonly ink: Rgb;
  /** Colour of a third class. */
  readonly other: Rgb;
}

const BLACK: Rgb = [0, 0, 0];

/** Parses `#rrggbb`, or `#rgb` as shortened in a minified style sheet. */
function parse(text: string): Rgb {
  const long = text.length === 4 ? text.replaceAll(/[\da-f]/gi, '$&$&') : text;
  const channel = (at: number): number => Number.parseInt(long.slice(at, at + 2), 16) || 0;
  return [channel(1), channel(3), channel(5)];
}

let known: { readonly theme: string | undefined; readonly palette: Palette } | null = null;

/** Read once per theme: asking for a style in a rendering makes the browser compute all of them. */
function snapshot(): Palette {
  const root = document.documentElement;
  const theme = root.dataset['theme'];
  if (known !== null && known.theme === theme) return known.palette;
  const style = getComputedStyle(root);
  const colours = TOKENS.map((token) => parse(style.getPropertyValue(token).trim()));
  const [negative = BLACK, ground = BLACK, positive = BLACK, ink = BLACK, other = BLACK] = colours;
  const palette = { negative, ground, positive, ink, other };
  known = { theme, palette };
  return palette;
}

/** The theme's colours, the same object in every component; rerenders when the theme changes. */
export const usePalette = (): Palette => useSyncExternalStore(subscribe, snapshot);

/** Linear interpolation from `a` (t = 0) to `b` (t = 1). */
export const mix = (a: Rgb, b: Rgb, t: number): Rgb => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];
