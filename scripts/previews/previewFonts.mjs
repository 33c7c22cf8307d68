/** The page's typeface as files for resvg, which supports neither WOFF2 nor variable weights. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const { resolve } = createRequire(import.meta.url);
const CACHE = fileURLToPath(
  new URL('../../node_modules/.cache/init-lab-previews', import.meta.url),
);
/** One weight for all text, between regular (400) and bold (700). */
const WEIGHT = 500;

/** The characters that the images may contain: both scripts, and the symbols of short formulas. */
const LETTERS = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x370, 0x3ff],
  [0x600, 0x6ff],
  [0x2000, 0x2044],
  [0x2070, 0x209c],
  [0x2190, 0x2265],
].flatMap(([from = 0, to = 0]) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
);

/** Converts a face of a variable WOFF2 font to a file that resvg reads, at one fixed weight. */
async function faceFile(subset) {
  const name = `vazirmatn-${subset}-wght-normal.woff2`;
  const font = readFileSync(resolve(`@fontsource-variable/vazirmatn/files/${name}`));
  const face = await subsetFont(font, LETTERS.join(''), {
    targetFormat: 'truetype',
    variationAxes: { wght: WEIGHT },
  });
  mkdirSync(CACHE, { recursive: true });
  const file = join(CACHE, `vazirmatn-${subset}.ttf`);
  writeFileSync(file, face);
  return file;
}

/** Font files for both scripts, and a KaTeX face for symbols that they lack. */
export const previewFonts = async () => [
  await faceFile('latin'),
  await faceFile('arabic'),
  resolve('katex/dist/fonts/KaTeX_Main-Regular.ttf'),
];
