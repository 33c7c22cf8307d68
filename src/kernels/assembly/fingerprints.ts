/**
 * Hashes that distinguish rows or columns of words: two sums Σ key · word modulo 2⁶⁴ with different keys at every
 * index ("multilinear", D. Lemire and O. Kaser, "Strongly universal string hashing is fast", 2014).
 */

/** Number of different keys; after that many words the sums are multiplied and the keys repeat. */
const KEYS: i32 = 2048;
const KEYS_A = memory.data(KEYS * 4, 64);
const KEYS_B = memory.data(KEYS * 4, 64);
const PRIME: u64 = 0x9e3779b97f4a7c15;

let made = false;

/** Odd multiples of two constants, with their bits mixed. */
function makeKeys(): void {
  for (let i = 0; i < KEYS; i++) {
    const a = mix(<u64>i + 1, PRIME);
    store<u32>(KEYS_A + (<usize>i << 2), <u32>a);
    store<u32>(KEYS_B + (<usize>i << 2), <u32>(a >> 32));
  }
  made = true;
}

@inline
function mix(hash: u64, word: u64): u64 {
  hash = (hash ^ word) * PRIME;
  hash = (hash ^ (hash >> 29)) * PRIME;
  return hash ^ (hash >> 32);
}

@inline
function total(x: v128): u64 {
  return i64x2.extract_lane(x, 0) + i64x2.extract_lane(x, 1);
}

@inline
function multiplied(x: v128): v128 {
  return i64x2.mul(x, i64x2.splat(PRIME));
}

/** Products of four words with their keys, added in pairs. */
@inline
function products(words: v128, keys: v128): v128 {
  return i64x2.add(i64x2.extmul_low_i32x4_u(words, keys), i64x2.extmul_high_i32x4_u(words, keys));
}

/** The last words of a row, padded with zeros. */
const PART = memory.data(16, 16);

/** `out[r]`: the hash of row r of `[rows × cols]` 32-bit words. */
export function hashRows(values: usize, out: usize, rows: i32, cols: i32): void {
  if (!made) makeKeys();
  const whole = <usize>(cols & ~3) << 2;
  const left = <usize>(cols & 3) << 2;
  for (let r = 0; r < rows; r++) {
    let a = i32x4.splat(0);
    let b = a;
    for (let at: usize = 0; at < whole; at += 16) {
      const key = at & (KEYS * 4 - 1);
      if (key == 0) {
        a = multiplied(a);
        b = multiplied(b);
      }
      const words = v128.load(values + at);
      a = i64x2.add(a, products(words, v128.load(KEYS_A + key)));
      b = i64x2.add(b, products(words, v128.load(KEYS_B + key)));
    }
    if (left > 0) {
      v128.store(PART, i32x4.splat(0));
      memory.copy(PART, values + whole, left);
      const words = v128.load(PART);
      a = i64x2.add(multiplied(a), products(words, v128.load(KEYS_A)));
      b = i64x2.add(multiplied(b), products(words, v128.load(KEYS_B)));
    }
    store<u64>(out, mix(total(a), total(b)));
    out += 8;
    values += whole + left;
  }
}

/** Rows processed together, so that their cache lines stay in the cache until all columns are done. */
const STRIP: i32 = 16;

/**
 * `out[c]`: the hash of column c. `sums` has room for two 64-bit sums per column, with the number of columns rounded up
 * to a multiple of 4; up to 12 bytes past the end of `values` are read.
 */
export function hashColumns(values: usize, out: usize, rows: i32, cols: i32, sums: usize): void {
  if (!made) makeKeys();
  const stride = <usize>cols << 2;
  memory.fill(sums, 0, (<usize>cols + 3) << 4);
  for (let r = 0; r < rows; r += STRIP) {
    const strip = min(STRIP, rows - r);
    const key = <usize>(r & (KEYS - 1)) << 2;
    let to = sums;
    for (let c = 0; c < cols; c += 4) {
      let aLow = v128.load(to);
      let aHigh = v128.load(to, 16);
      let bLow = v128.load(to, 32);
      let bHigh = v128.load(to, 48);
      if (key == 0) {
        aLow = multiplied(aLow);
        aHigh = multiplied(aHigh);
        bLow = multiplied(bLow);
        bHigh = multiplied(bHigh);
      }
      let from = values + (<usize>c << 2);
      const end = key + (<usize>strip << 2);
      for (let k = key; k < end; k += 4) {
        const words = v128.load(from);
        const keyA = v128.load32_splat(KEYS_A + k);
        const keyB = v128.load32_splat(KEYS_B + k);
        aLow = i64x2.add(aLow, i64x2.extmul_low_i32x4_u(words, keyA));
        aHigh = i64x2.add(aHigh, i64x2.extmul_high_i32x4_u(words, keyA));
        bLow = i64x2.add(bLow, i64x2.extmul_low_i32x4_u(words, keyB));
        bHigh = i64x2.add(bHigh, i64x2.extmul_high_i32x4_u(words, keyB));
        from += stride;
      }
      v128.store(to, aLow);
      v128.store(to, aHigh, 16);
      v128.store(to, bLow, 32);
      v128.store(to, bHigh, 48);
      to += 64;
    }
    values += stride * <usize>strip;
  }
  for (let c = 0; c < cols; c++) {
    const at = sums + (<usize>(c >> 2) << 6) + (<usize>(c & 3) << 3);
    store<u64>(out + (<usize>c << 3), mix(load<u64>(at), load<u64>(at, 32)));
  }
}

/** Joins pairs of hashes into one, in place; used for columns of 64-bit words. */
export function joinPairs(hashes: usize, pairs: i32): void {
  for (let i: usize = 0; i < <usize>pairs; i++) {
    const at = hashes + (i << 4);
    store<u64>(hashes + (i << 3), mix(load<u64>(at), load<u64>(at, 8)));
  }
}
