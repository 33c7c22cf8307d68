/** SVG to PNG with the page's own typeface, in plain Node. */
import { Resvg } from '@resvg/resvg-js';
import { previewFonts } from './previewFonts.mjs';

/** Draws one image after the other. */
export async function createPainter(): Promise<(svg: string) => Uint8Array> {
  const fontFiles = await previewFonts();
  return (svg) =>
    new Resvg(svg, {
      font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Vazirmatn' },
    })
      .render()
      .asPng();
}
