/** Counts over equal bins of `[lo, hi]`; the last bin is closed. Non-finite values are not counted. */
export interface Histogram {
  readonly lo: number;
  readonly hi: number;
  readonly counts: Uint32Array<ArrayBuffer>;
  /** Number of finite values below `lo` and above `hi`. */
  readonly below: number;
  readonly above: number;
}
