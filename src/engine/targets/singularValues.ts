/** Singular values by one-sided Jacobi rotations (Hestenes 1958). */

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

const SWEEPS = 12;

/** Singular values of a matrix `[n × n]`, row-major; unsorted. */
export function singularValues(values: ArrayLike<number>, n: number): readonly number[] {
  const rows = Array.from({ length: n }, (_, r) =>
    Float64Array.from({ length: n }, (_value, c) => values[r * n + c] ?? 0),
  );
  const turn = (a: Float64Array, b: Float64Array): boolean => {
    const off = dot(a, b);
    if (Math.abs(off) < 1e-12) return false;
    const angle = 0.5 * Math.atan2(2 * off, dot(a, a) - dot(b, b));
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    for (let i = 0; i < n; i += 1) {
      const [x, y] = [a[i] ?? 0, b[i] ?? 0];
      a[i] = c * x + s * y;
      b[i] = c * y - s * x;
    }
    return true;
  };
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    let turned = false;
    rows.forEach((a, p) => {
      for (const b of rows.slice(p + 1)) turned = turn(a, b) || turned;
    });
    if (!turned) break;
  }
  return rows.map((row) => Math.sqrt(dot(row, row)));
}
