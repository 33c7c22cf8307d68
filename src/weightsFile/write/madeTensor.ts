/** A tensor made in memory, in C order. */
export interface MadeTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array<ArrayBuffer>;
}
