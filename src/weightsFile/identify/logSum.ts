/** `ln Σ exp(v)`, without overflow. */
export function logSum(values: readonly number[]): number {
  const top = Math.max(-Infinity, ...values);
  if (top === -Infinity) return top;
  return top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0));
}
