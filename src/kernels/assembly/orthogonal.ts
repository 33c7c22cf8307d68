/** Householder reflections applied to the identity matrix. */
import { madd } from './math';

/** Columns processed at once: a panel of them fits into the L1 cache. */
const PANEL: i32 = 8;
const WORK = memory.data(1024 * PANEL * 4, 64);

/**
 * `out = gain · D H_0 … H_{count−1}`: its first `count` columns, as columns of `[n × count]` or, if `asRows`, as rows
 * of `[count × n]`. `vectors [count × n]` holds the reflections, `signs` the diagonal of D; n ≤ 1024.
 */
export function reflect(
  vectors: usize,
  signs: usize,
  n: i32,
  count: i32,
  out: usize,
  asRows: bool,
  gain: f32,
): void {
  for (let first = 0; first < count; first += PANEL) {
    const columns = min(PANEL, count - first);
    memory.fill(WORK, 0, <usize>(n * PANEL) << 2);
    for (let j = 0; j < columns; j++) {
      const at = WORK + (<usize>((first + j) * PANEL + j) << 2);
      store<f32>(at, load<f32>(signs + (<usize>(first + j) << 2)));
    }
    for (let k = first + columns - 1; k >= 0; k--) apply(vectors + (<usize>(k * n) << 2), k, n);
    for (let j = 0; j < columns; j++) {
      for (let i = 0; i < n; i++) {
        const value = gain * load<f32>(WORK + (<usize>(i * PANEL + j) << 2));
        const at = asRows ? (first + j) * n + i : i * count + first + j;
        store<f32>(out + (<usize>at << 2), value);
      }
    }
  }
}

/** Applies one reflection: `panel −= v (vᵀ panel)` over rows k … n − 1. */
@inline
function apply(v: usize, k: i32, n: i32): void {
  let a = f32x4.splat(0);
  let b = a;
  let at = WORK + (<usize>(k * PANEL) << 2);
  let from = v + (<usize>k << 2);
  for (let i = k; i < n; i++) {
    const x = v128.load32_splat(from);
    a = madd(x, v128.load(at), a);
    b = madd(x, v128.load(at, 16), b);
    at += PANEL * 4;
    from += 4;
  }
  a = f32x4.neg(a);
  b = f32x4.neg(b);
  at = WORK + (<usize>(k * PANEL) << 2);
  from = v + (<usize>k << 2);
  for (let i = k; i < n; i++) {
    const x = v128.load32_splat(from);
    v128.store(at, madd(x, a, v128.load(at)));
    v128.store(at, madd(x, b, v128.load(at, 16)), 16);
    at += PANEL * 4;
    from += 4;
  }
}
