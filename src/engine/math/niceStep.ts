/** The smallest number of the form 1, 2 or 5 × 10ᵏ that is at least `least` (positive), up to a relative `slack`. */
export function niceStep(least: number, slack = 0.001): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((step) => step * power >= least * (1 - slack)) ?? 10) * power;
}
