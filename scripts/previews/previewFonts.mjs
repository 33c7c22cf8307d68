/** The page's typeface as files that resvg reads: it knows neither WOFF2 nor a variable weight. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const { resolve } = createRequire(import.meta.url);
const CACHE = fileURLToPath(
  new URL('../../node_modules/.cache/init-lab-previews', import.meta.url),
);
/** Between regular and strong: one weight for all. */
const WEIGHT = 500;

/** What the images may say: both scripts and the marks of short formulas. */
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

/** A face of a variable WOFF2 font, fixed at one weight, as the file that resvg reads. */
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

/** Both scripts, and the marks of formulas for what they lack. */
export const previewFonts = async () => [
  await faceFile('latin'),
  await faceFile('arabic'),
  resolve('katex/dist/fonts/KaTeX_Main-Regular.ttf'),
];
