/** A number inside a formula: four significant digits, Latin, powers of ten where they are shorter. */
export function texNumber(x: number): string {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? '\\text{NaN}' : x > 0 ? '\\infty' : '-\\infty';
  const size = Math.abs(x);
  if (x === 0 || (size >= 1e-3 && size < 1e4)) return String(Number(x.toPrecision(4)));
  const [digits = '', exponent = ''] = x.toExponential(3).split('e');
  return `${Number(digits)} \\cdot 10^{${Number(exponent)}}`;
}
