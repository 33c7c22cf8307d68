/** Converts SVG to PNG with the page's typeface, in plain Node. */
import { Resvg } from '@resvg/resvg-js';
import { previewFonts } from './previewFonts.mjs';

/** Loads the fonts once; the function returned renders an SVG to the bytes of a PNG. */
export async function createPainter(): Promise<(svg: string) => Uint8Array> {
  const fontFiles = await previewFonts();
  return (svg) =>
    new Resvg(svg, {
      font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Vazirmatn' },
    })
      .render()
      .asPng();
}
