import { mix } from '../heatMap/themeColours.ts';
import type { Palette, Rgb } from '../heatMap/themeColours.ts';

/** A picture with one number per place, row-major. */
export interface PlaceMap {
  readonly side: number;
  readonly values: ArrayLike<number>;
}

/**
 * `light`: 0 is dark and `limit` bright, in every theme. `pen`: 0 is the background and `limit` ink, as on paper.
 * `signed`: from `−limit` in one colour through the background to `limit` in the other.
 */
export type MapScale = 'light' | 'pen' | 'signed';

const luminance = ([red, green, blue]: Rgb): number => 0.3 * red + 0.59 * green + 0.11 * blue;

/** The darker and the brighter one of the theme's ink and background. */
export function byLight({ ink, ground }: Palette): readonly [dark: Rgb, bright: Rgb] {
  return luminance(ink) < luminance(ground) ? [ink, ground] : [ground, ink];
}

/** The colour of one value; non-finite values have a separate colour. */
export function colourOf(value: number, limit: number, scale: MapScale, palette: Palette): Rgb {
  if (!Number.isFinite(value)) return palette.other;
  const share = limit > 0 ? Math.min(1, Math.abs(value) / limit) : 0;
  switch (scale) {
    case 'light':
      return mix(...byLight(palette), share);
    case 'pen':
      return mix(palette.ground, palette.ink, value > 0 ? share : 0);
    case 'signed':
      return mix(palette.ground, value < 0 ? palette.negative : palette.positive, share);
  }
}

/** One pixel per place; non-finite values have a separate colour. */
export function paintMap(
  canvas: HTMLCanvasElement,
  { side, values }: PlaceMap,
  limit: number,
  scale: MapScale,
  palette: Palette,
): void {
  const context = canvas.getContext('2d');
  if (context === null || side === 0) return;
  canvas.width = side;
  canvas.height = side;
  const image = context.createImageData(side, side);
  for (let i = 0; i < side * side; i += 1) {
    image.data.set([...colourOf(values[i] ?? Number.NaN, limit, scale, palette), 255], i * 4);
  }
  context.putImageData(image, 0, 0);
}
