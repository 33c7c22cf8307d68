const fixed = (px: number): string => String(Math.round(px * 10) / 10);

/** A horizontal bar from `left` to `right`, with end caps that extend `half` px up and down. */
export function spanPath(left: number, right: number, y: number, half: number): string {
  const upright = (x: number): string => `M${fixed(x)},${fixed(y - half)}v${fixed(2 * half)}`;
  return `M${fixed(left)},${fixed(y)}H${fixed(right)}${upright(left)}${upright(right)}`;
}
