/** A colour in the form that every SVG program can read. */
export interface PlainColour {
  /** `#rrggbb`. */
  readonly hex: string;
  /** 0–1. */
  readonly alpha: number;
}

const known = new Map<string, PlainColour>();
const canvas = document.createElement('canvas');
canvas.width = 1;
canvas.height = 1;
const pen = canvas.getContext('2d', { willReadFrequently: true });

/**
 * Converts any CSS colour (`rgb(…)`, `color(srgb …)`, a name) by letting the browser paint one pixel with it; `null`
 * for `none` and for text that is not a colour.
 */
export function plainColour(css: string): PlainColour | null {
  if (pen === null || css === 'none' || css === '' || css.startsWith('url(')) return null;
  const before = known.get(css);
  if (before !== undefined) return before;
  if (!CSS.supports('color', css)) return null;
  pen.clearRect(0, 0, 1, 1);
  pen.fillStyle = css;
  pen.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
  const channel = (value: number): string => value.toString(16).padStart(2, '0');
  const colour = {
    hex: `#${channel(red)}${channel(green)}${channel(blue)}`,
    alpha: Math.round((alpha / 255) * 1000) / 1000,
  };
  known.set(css, colour);
  return colour;
}
