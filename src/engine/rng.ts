/**
 * Counter-based random numbers: draw number `c` of a stream is a function of the stream's key and `c`
 * alone, so any part of a matrix can be redrawn in any order, and all lanes with the same seed
 * scale the same standard draws. This file is the definition; the wasm kernels implement it in SIMD.
 */

/** The purpose of a stream, which is part of its key, so that no two purposes share draws. */
export const PURPOSES = {
  weights: 1,
  biases: 2,
  input: 3,
  outputGradient: 4,
  labels: 5,
  batches: 6,
  structure: 7,
  dropout: 8,
} as const;
export type Purpose = keyof typeof PURPOSES;

/** The key of one stream: two unsigned 32-bit words. */
export interface Stream {
  readonly k0: number;
  readonly k1: number;
}

/**
 * A bijection of 32-bit words with low bias: xorshift-multiply, constants by C. Wellons' "hash
 * prospector" search.
 */
export function mix(x: number): number {
  let h = x;
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0x735a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}

/** The stream of one (seed, layer, purpose). Layer 0 is the input. */
export function stream(seed: number, layer: number, purpose: Purpose): Stream {
  const tag = Math.imul(layer + 1, 0x9e3779b9) + Math.imul(PURPOSES[purpose], 0x85ebca6b);
  const a = mix(mix((seed ^ 0x243f6a88) >>> 0) + tag);
  const b = mix(mix((seed ^ 0xb7e15162) >>> 0) + Math.imul(tag, 0xc2b2ae35));
  return { k0: a, k1: b };
}

/** Draw number `counter` (0 … 2³²−1) as an unsigned 32-bit word. */
export function bits(key: Stream, counter: number): number {
  return mix(mix((counter ^ key.k0) >>> 0) + key.k1);
}

/** U(−1, 1), symmetric, never 0 or ±1: an odd multiple of 2⁻²³, exact in float32. */
export function uniform(key: Stream, counter: number): number {
  return ((bits(key, counter) >>> 9) * 2 + 1 - 0x800000) / 0x800000;
}

/**
 * N(0, 1) by Box and Muller (1958). Draws come in blocks of 8: word `i` of a block (0–3) gives the
 * radius, word `i + 4` the angle, of normals `i` (cosine) and `i + 4` (sine); the tail ends at 5.77 σ.
 */
export function normal(key: Stream, counter: number): number {
  const block = counter & ~7;
  const lane = counter & 3;
  const unit = ((bits(key, block + lane) >>> 9) * 2 + 1) / 0x1000000;
  const angle = Math.PI * uniform(key, block + 4 + lane);
  const radius = Math.sqrt(-2 * Math.log(unit));
  return radius * ((counter & 4) === 0 ? Math.cos(angle) : Math.sin(angle));
}
