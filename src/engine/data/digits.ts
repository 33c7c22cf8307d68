/**
 * Handwritten digits, 8 × 8, as in scikit-learn's `load_digits` (E. Alpaydin and C. Kaynak, "Optical
 * Recognition of Handwritten Digits", 1998, UCI Machine Learning Repository, test part). The pictures are
 * the same for every seed; their file is fetched only when it is needed.
 */
import type { Examples } from './examples.ts';
import { DIGITS_CLASSES, DIGITS_SIDE } from './sizes.ts';

const PIXELS = DIGITS_SIDE * DIGITS_SIDE;
const BASE = 17;

/** Reads the format of scripts/packDigits.mjs; pixels are standardized by one mean and one std over all pictures. */
export function unpackDigits(text: string): Examples {
  const lines = text.trim().split('\n');
  const count = lines.length;
  const values = new Float32Array(count * PIXELS);
  const labels = new Uint8Array(count);
  let sum = 0;
  let squares = 0;
  for (const [row, line] of lines.entries()) {
    for (let i = 0; i < PIXELS; i += 1) {
      const pixel = Number.parseInt(line.charAt(i), BASE);
      values[row * PIXELS + i] = pixel;
      sum += pixel;
      squares += pixel * pixel;
    }
    labels[row] = Number(line.charAt(PIXELS));
  }
  const mean = sum / values.length;
  const std = Math.sqrt(squares / values.length - mean * mean);
  for (let i = 0; i < values.length; i += 1) values[i] = ((values[i] ?? 0) - mean) / std;
  return { count, features: PIXELS, classes: DIGITS_CLASSES, values, labels };
}

let known: Examples | null = null;

/** Fetches the pictures once; afterwards `digits()` returns them. Rejects if the file cannot be fetched. */
export async function loadDigits(): Promise<void> {
  if (known !== null) return;
  const { DIGITS_TEXT } = await import('./digitsText.ts');
  known = unpackDigits(DIGITS_TEXT);
}

/** All pictures, the training ones first. Throws unless `loadDigits` has completed. */
export function digits(): Examples {
  if (known === null)
    throw new Error("the digits are not here yet: await loadInputs(['digits']) first");
  return known;
}
