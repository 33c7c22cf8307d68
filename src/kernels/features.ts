/** Detects which build this machine can run, by validating a minimal module that needs the feature. */
import type { Kernels } from '../engine/kernels.ts';

/** A wasm module with one function `() → v128` whose body is the given instructions. */
function moduleOf(...body: readonly number[]): Uint8Array<ArrayBuffer> {
  const code = [0, ...body, 0x0b];
  const HEAD = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const TYPE = [1, 5, 1, 0x60, 0, 1, 0x7b];
  const FUNCTION = [3, 2, 1, 0];
  return Uint8Array.from(
    [HEAD, TYPE, FUNCTION, [10, code.length + 2, 1, code.length], code].flat(),
  );
}

/** Instructions that push a v128: `i32.const 0`, `i8x16.splat`. */
const VECTOR = [0x41, 0, 0xfd, 0x0f] as const;
const SIMD = moduleOf(...VECTOR);
/** A module with `f32x4.relaxed_madd`, which is 0xfd 0x105 (LEB128: 0x85 0x02). */
export const RELAXED = moduleOf(...VECTOR, ...VECTOR, ...VECTOR, 0xfd, 0x85, 0x02);

export function bestBuild(): Kernels['build'] {
  if (typeof WebAssembly !== 'object') return 'reference';
  if (WebAssembly.validate(RELAXED)) return 'relaxed-simd';
  return WebAssembly.validate(SIMD) ? 'simd' : 'reference';
}

/**
 * Whether the compiler of this engine leaves loads where they are, so that more sums fit the registers: V8 has done so
 * since its Turboshaft compiles wasm. Half-precision rounding came to Chrome later (135), and Node 20 and 22 lack both.
 */
export const keepsLoadsInPlace = (): boolean => 'f16round' in Math;
