/** The functions that the adapter (../wasm.ts) calls. Addresses are byte offsets in this module's memory. */
export { activate, activateBackward } from './activations';
export { deviations, directions, squares } from './columns';
export { convolve } from './convolution';
export { convolveWeights } from './convolutionWeights';
export {
  addBias,
  descend,
  roundBfloat16,
  roundFloat16,
  scale,
  step,
  sumRows,
} from './elementwise';
export { hashColumns, hashRows, joinPairs } from './fingerprints';
export { descendAlong, matmul, matmul64 } from './gemm';
export {
  histogram,
  histogram64,
  measure,
  measure64,
  octaves64At,
  octavesAt,
  ownAt,
  resultAt,
  sharedAt,
  subnormalsAt,
} from './measure';
export { takeTall } from './micro';
export { reflect } from './orthogonal';
export { fillNormal, fillTruncatedNormal, fillUniform, widen } from './random';

/** The first byte after the tables and scratch memory of the kernels. */
export function heapStart(): usize {
  return __heap_base;
}
