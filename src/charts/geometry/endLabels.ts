/** Of a letter, in rem, on average. */
export const LETTER = 0.44;
const BETWEEN = ' · ';

/** From the end of the lines to their names, in rem. */
export const END_GAP = 0.9;

/**
 * Room for the lanes' names at the right of a plot, in px; at most a third of the chart. `type`: how many times as
 * large as on a page the names are set.
 */
export function endMargin(names: readonly string[], rem: number, width: number, type = 1): number {
  const longest = Math.max(4, ...names.map((name) => name.length));
  return Math.round(Math.min(width / 3, rem * (1.6 + longest * LETTER * type)));
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

/** A name, or a part of one, and whose it is. */
export interface NamePart {
  readonly of: number;
  readonly text: string;
  /** Another name follows. */
  readonly comma: boolean;
}

/** Several names as one label: side by side, with commas, as far as `room` px reach. */
export function nameLines(
  names: readonly string[],
  rem: number,
  room: number,
): readonly (readonly NamePart[])[] {
  const letters = room / (rem * LETTER);
  const lines: NamePart[][] = [];
  names.forEach((name, of) => {
    const own = endLines(name, rem, room).map((text, i, all) => ({
      of,
      text,
      comma: i === all.length - 1 && of < names.length - 1,
    }));
    const last = lines.at(-1);
    const length = (parts: readonly NamePart[]): number =>
      parts.reduce((sum, { text, comma }) => sum + text.length + (comma ? 2 : 0), 0);
    if (last !== undefined && own.length === 1 && length([...last, ...own]) <= letters)
      last.push(...own);
    else lines.push(...own.map((part) => [part]));
  });
  return lines;
}
