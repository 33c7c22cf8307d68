import type { DecadeDomain } from './decades.ts';
import type { Point } from './points.ts';

/**
 * Outlines of the area between a line and the level `base`, clipped to `lo` and `hi`: one polygon per run of finite
 * values, with points `[index, value]`.
 */
export function lossOutlines(
  values: readonly (number | null)[],
  base: number,
  { lo, hi }: DecadeDomain,
): readonly (readonly Point[])[] {
  const outlines: Point[][] = [];
  let open: Point[] = [];
  const close = (): void => {
    const [first, last] = [open[0], open.at(-1)];
    if (first !== undefined && last !== undefined && open.length > 1)
      outlines.push([...open, [last[0], base], [first[0], base]]);
    open = [];
  };
  let before: number | null = null;
  values.forEach((value, index) => {
    if (value === null || !Number.isFinite(value)) {
      close();
      before = null;
      return;
    }
    if (before !== null) {
      const from = before;
      const crossed = [lo, hi]
        .map((edge) => ({ edge, part: (edge - from) / (value - from) }))
        .filter(({ part }) => part > 0 && part < 1)
        .toSorted((a, b) => a.part - b.part);
      for (const { edge, part } of crossed) open.push([index - 1 + part, edge]);
    }
    open.push([index, Math.max(lo, Math.min(hi, value))]);
    before = value;
  });
  close();
  return outlines;
}
