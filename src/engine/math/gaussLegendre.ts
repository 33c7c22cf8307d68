/** A point of a quadrature rule. */
export interface Node {
  readonly z: number;
  readonly weight: number;
}

/** Roots of the Legendre polynomial `Pₙ` by Newton's method, with their weights on [−1, 1]. */
export function gaussLegendre(n: number): readonly Node[] {
  return Array.from({ length: n }, (_, i) => {
    let z = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let iteration = 0; iteration < 100; iteration += 1) {
      let previous = 1;
      let value = z;
      for (let k = 2; k <= n; k += 1) {
        [previous, value] = [value, ((2 * k - 1) * z * value - (k - 1) * previous) / k];
      }
      slope = (n * (z * value - previous)) / (z * z - 1);
      const step = value / slope;
      z -= step;
      if (Math.abs(step) < 1e-16) break;
    }
    return { z, weight: 2 / ((1 - z * z) * slope * slope) };
  });
}
