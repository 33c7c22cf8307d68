/** Reasons why a file could not be read; their texts are in i18n/weights. */
export const FAILURES = [
  /** Not a known format. */
  'unknown-format',
  /** A web page saved under another name. */
  'web-page',
  /** The file ends too early. */
  'truncated',
  /** A header contradicts itself or points outside the file. */
  'damaged',
  /** A variant of the format that this reader does not support. */
  'unsupported',
  /** A pickle that asks for more than tensors. */
  'unsafe-pickle',
  /** It would decompress to far more than a weight file can hold. */
  'bomb',
  'too-many-tensors',
  /** The file is valid, but holds no tensor. */
  'no-tensors',
] as const;
export type Failure = (typeof FAILURES)[number];

/** Thrown by every reader. `detail` says what was found, for the author of the file. */
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

/** Throws WeightsFileError unless `condition` holds. */
export function ensure(condition: boolean, failure: Failure, detail = ''): asserts condition {
  if (!condition) throw new WeightsFileError(failure, detail);
}
