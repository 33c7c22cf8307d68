/** A number in a formula: four significant Latin digits, as a power of ten if that is shorter. */
export function texNumber(x: number): string {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? '\\text{NaN}' : x > 0 ? '\\infty' : '-\\infty';
  const size = Math.abs(x);
  if (x === 0 || (size >= 1e-3 && size < 1e4)) return String(Number(x.toPrecision(4)));
  const [digits = '', exponent = ''] = x.toExponential(3).split('e');
  return `${Number(digits)} \\cdot 10^{${Number(exponent)}}`;
}

/** Its square: `0.3^2`, `(5 \cdot 10^{-4})^2`. */
export function texSquare(x: number): string {
  const text = texNumber(x);
  return /^[\d.]+$/.test(text) ? `${text}^2` : `(${text})^2`;
}

/** The number as a factor before something else; empty for 1. */
export const texFactor = (x: number): string => (x === 1 ? '' : `${texNumber(x)} \\cdot `);
