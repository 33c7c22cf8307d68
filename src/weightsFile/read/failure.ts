/** Why a file could not be read; the words are in i18n/weights. */
export const FAILURES = [
  /** None of the formats that are known. */
  'unknown-format',
  /** A web page, saved under another name. */
  'web-page',
  /** The file ends before what it promises. */
  'truncated',
  /** A header contradicts itself or points outside the file. */
  'damaged',
  /** A form of the format that this reader does not know. */
  'unsupported',
  /** A pickle that asks for more than tensors. */
  'unsafe-pickle',
  /** Compressed to far more than a weight file can be. */
  'bomb',
  'too-many-tensors',
  /** Read in order, and there is no tensor in it. */
  'no-tensors',
] as const;
export type Failure = (typeof FAILURES)[number];

/** Thrown by every reader. `detail` is what was met, for the one who wrote the file. */
export class WeightsFileError extends Error {
  readonly failure: Failure;
  readonly detail: string;
  constructor(failure: Failure, detail = '') {
    super(detail === '' ? failure : `${failure}: ${detail}`);
    this.name = 'WeightsFileError';
    this.failure = failure;
    this.detail = detail;
  }
}

/** Fails unless `condition` holds. */
export function ensure(condition: boolean, failure: Failure, detail = ''): asserts condition {
  if (!condition) throw new WeightsFileError(failure, detail);
}
