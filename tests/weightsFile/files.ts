/** The test files in `files/`, written by make.py. */
import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('files/', import.meta.url);

export const fileNames: readonly string[] = readdirSync(folder).filter(
  (name) => !name.endsWith('.json'),
);

export const fileBytes = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(name, folder)));

export interface ExpectedTensor {
  readonly shape: readonly number[];
  readonly mean: number;
  readonly std: number;
  readonly min: number;
  readonly max: number;
  readonly zero: number;
  /** `null` if all numbers are equal. */
  readonly kurtosis: number | null;
}

/** NumPy's statistics, by file and tensor. */
export const expectedNumbers = (): Readonly<
  Record<string, Readonly<Record<string, ExpectedTensor>>>
> => JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'));
