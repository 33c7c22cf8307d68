const fixed = (px: number): string => String(Math.round(px * 10) / 10);

/** A horizontal measure from `left` to `right` with an upright of `half` px up and down at both ends. */
export function spanPath(left: number, right: number, y: number, half: number): string {
  const upright = (x: number): string => `M${fixed(x)},${fixed(y - half)}v${fixed(2 * half)}`;
  return `M${fixed(left)},${fixed(y)}H${fixed(right)}${upright(left)}${upright(right)}`;
}
