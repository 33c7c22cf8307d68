/** Of a letter, in rem, on average. */
export const LETTER = 0.44;
const BETWEEN = ' · ';

/** From the end of the lines to their names, in rem. */
export const END_GAP = 0.9;

/** Room for the lanes' names at the right of a plot, in px; at most a third of the chart. */
export function endMargin(names: readonly string[], rem: number, width: number): number {
  const longest = Math.max(4, ...names.map((name) => name.length));
  return Math.round(Math.min(width / 3, rem * (1.6 + longest * LETTER)));
}

/** A name in as many lines as `room` px ask for, broken only between its parts: `N(0, 1²) · linear`. */
export function endLines(text: string, rem: number, room: number): string[] {
  const letters = room / (rem * LETTER);
  const lines: string[] = [];
  for (const part of text.split(BETWEEN)) {
    const joined = [lines.at(-1), part].filter((each) => each !== undefined).join(BETWEEN);
    if (lines.length > 0 && joined.length <= letters) lines[lines.length - 1] = joined;
    else lines.push(part);
  }
  return lines;
}
