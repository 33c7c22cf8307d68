/** Eigenvalues of a symmetric matrix: Householder's tridiagonal form, then implicit QL (Golub & Van Loan, 8.3). */
import { TICK } from '../../engine/pace.ts';
import type { Tick } from '../../engine/pace.ts';

/** Overwrites the lower triangle of `a [n × n]`, row-major; returns the diagonal and the subdiagonal. */
function* tridiagonal(
  a: Float64Array,
  n: number,
): Generator<Tick, { readonly diagonal: Float64Array; readonly beside: Float64Array }, void> {
  const diagonal = new Float64Array(n);
  const beside = new Float64Array(n);
  const v = new Float64Array(n);
  const p = new Float64Array(n);
  for (let last = n - 1; last > 0; last -= 1) {
    yield TICK;
    const row = last * n;
    diagonal[last] = a[row + last] ?? 0;
    let square = 0;
    for (let k = 0; k < last; k += 1) square += (a[row + k] ?? 0) ** 2;
    const head = a[row + last - 1] ?? 0;
    const norm = head > 0 ? -Math.sqrt(square) : Math.sqrt(square);
    beside[last - 1] = norm;
    // The reflection H = I − v vᵀ / h maps the row to `norm` times its last unit vector.
    const h = square - head * norm;
    if (!(h > 0)) continue;
    for (let k = 0; k < last; k += 1) {
      v[k] = a[row + k] ?? 0;
      p[k] = 0;
    }
    v[last - 1] = head - norm;
    for (let i = 0; i < last; i += 1) {
      const at = i * n;
      const vi = v[i] ?? 0;
      let sum = (a[at + i] ?? 0) * vi;
      for (let k = 0; k < i; k += 1) {
        const value = a[at + k] ?? 0;
        sum += value * (v[k] ?? 0);
        p[k] = (p[k] ?? 0) + value * vi;
      }
      p[i] = (p[i] ?? 0) + sum;
    }
    let dot = 0;
    for (let k = 0; k < last; k += 1) dot += (p[k] ?? 0) * (v[k] ?? 0);
    const half = dot / (2 * h * h);
    for (let k = 0; k < last; k += 1) p[k] = (p[k] ?? 0) / h - half * (v[k] ?? 0);
    for (let i = 0; i < last; i += 1) {
      const at = i * n;
      const vi = v[i] ?? 0;
      const pi = p[i] ?? 0;
      for (let k = 0; k <= i; k += 1) {
        a[at + k] = (a[at + k] ?? 0) - vi * (p[k] ?? 0) - pi * (v[k] ?? 0);
      }
    }
  }
  diagonal[0] = a[0] ?? 0;
  return { diagonal, beside };
}

/** Most sweeps per eigenvalue; two or three are usual. */
const MAX_SWEEPS = 60;

/** One sweep of QL with Wilkinson's shift over `[first, last]`. */
function sweep(d: Float64Array, e: Float64Array, first: number, last: number): void {
  const gap = ((d[first + 1] ?? 0) - (d[first] ?? 0)) / (2 * (e[first] ?? 1));
  const away = Math.hypot(gap, 1) * (gap < 0 ? -1 : 1);
  let g = (d[last] ?? 0) - (d[first] ?? 0) + (e[first] ?? 0) / (gap + away);
  let sine = 1;
  let cosine = 1;
  let shift = 0;
  for (let i = last - 1; i >= first; i -= 1) {
    const f = sine * (e[i] ?? 0);
    const b = cosine * (e[i] ?? 0);
    const r = Math.hypot(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] = (d[i + 1] ?? 0) - shift;
      e[last] = 0;
      return;
    }
    sine = f / r;
    cosine = g / r;
    g = (d[i + 1] ?? 0) - shift;
    const turned = ((d[i] ?? 0) - g) * sine + 2 * cosine * b;
    shift = sine * turned;
    d[i + 1] = g + shift;
    g = cosine * turned - b;
  }
  d[first] = (d[first] ?? 0) - shift;
  e[first] = g;
  e[last] = 0;
}

/**
 * Eigenvalues in ascending order, accurate to the largest one times about 2⁻⁵². Only the lower triangle of `a [n × n]`,
 * row-major, is read; it is overwritten. All entries must be finite.
 */
export function* symmetricEigenvalues(
  a: Float64Array,
  n: number,
): Generator<Tick, Float64Array<ArrayBuffer>, void> {
  const { diagonal: d, beside: e } = yield* tridiagonal(a, n);
  for (let first = 0; first < n; first += 1) {
    yield TICK;
    for (let sweeps = 0; sweeps < MAX_SWEEPS; sweeps += 1) {
      let last = first;
      while (last + 1 < n) {
        const size = Math.abs(d[last] ?? 0) + Math.abs(d[last + 1] ?? 0);
        if (size + Math.abs(e[last] ?? 0) === size) break;
        last += 1;
      }
      if (last === first) break;
      sweep(d, e, first, last);
    }
  }
  return Float64Array.from(d).sort();
}
