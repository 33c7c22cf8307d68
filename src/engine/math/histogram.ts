/** Counts over equal bins of `[lo, hi]`; the last bin is closed. Non-finite values are in none of them. */
export interface Histogram {
  readonly lo: number;
  readonly hi: number;
  readonly counts: Uint32Array<ArrayBuffer>;
  /** Finite values under `lo` and over `hi`. */
  readonly below: number;
  readonly above: number;
}
