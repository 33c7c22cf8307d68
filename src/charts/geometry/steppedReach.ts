/** Possible ends of an axis, up to a power of ten. */
const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10] as const;

/** The first step at or above `reach` (> 0), so that an axis changes in steps, not with every change of the data. */
export function steppedReach(reach: number): number {
  const power = 10 ** Math.floor(Math.log10(reach));
  return (STEPS.find((step) => step * power >= reach * 0.999) ?? 10) * power;
}
