/** Room for the lanes' names at the right of a plot, in px; at most a third of the chart. */
export function endMargin(names: readonly string[], rem: number, width: number): number {
  const longest = Math.max(4, ...names.map((name) => name.length));
  return Math.round(Math.min(width / 3, rem * (1.6 + longest * 0.44)));
}
