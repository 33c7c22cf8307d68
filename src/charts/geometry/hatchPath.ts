const fixed = (px: number): string => String(Math.round(px * 10) / 10);

/** Path of lines at 45° in a box, `pitch` px apart along its bottom edge and clipped to the box. */
export function hatchPath(
  left: number,
  top: number,
  width: number,
  height: number,
  pitch: number,
): string {
  if (!(height > 0) || !(width > 0)) return '';
  const right = left + width;
  let d = '';
  // Each line starts at the bottom at `at` and rises to the right.
  for (let at = left - height + pitch; at < right; at += pitch) {
    const [x0, x1] = [Math.max(left, at), Math.min(right, at + height)];
    const y = (x: number): number => top + height - (x - at);
    d += `M${fixed(x0)},${fixed(y(x0))}L${fixed(x1)},${fixed(y(x1))}`;
  }
  return d;
}
