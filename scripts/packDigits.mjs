/**
 * Packs the handwritten digits for the page: `node scripts/packDigits.mjs`. Reads scripts/data/digits.csv.gz (one
 * line per image: 64 pixels of 0 … 16, then the digit) and writes src/engine/data/digitsText.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/** One line per image: each pixel (0 … 16) as one character, 0 … 9 or a … g, row by row, then the digit. */
export function packedDigits() {
  const csv = gunzipSync(readFileSync(path('data/digits.csv.gz'))).toString('utf8');
  return csv
    .trim()
    .split('\n')
    .map((line) =>
      line
        .split(',')
        .map((value) => Number(value).toString(17))
        .join(''),
    )
    .join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = `/** Written by scripts/packDigits.mjs: one line per picture, 64 pixels in base 17, then the digit. */
export const DIGITS_TEXT = \`
${packedDigits()}
\`;
`;
  writeFileSync(path('../src/engine/data/digitsText.ts'), text);
}
