/** Average width of a letter, in rem. */
export const LETTER = 0.44;
const BETWEEN = ' · ';

/** From the end of the lines to their names, in rem. */
export const END_GAP = 0.9;

/**
 * Room for the lanes' names at the right of a plot, in px; at most a third of the chart. `type` is the size of the
 * names relative to an ordinary page.
 */
export function endMargin(names: readonly string[], rem: number, width: number, type = 1): number {
  const longest = Math.max(4, ...names.map((name) => name.length));
  return Math.round(Math.min(width / 3, rem * (1.6 + longest * LETTER * type)));
}

/** Spaces outside brackets, and not beside a sign of multiplication: `N(0, 1²)` and `2 × He` stay whole. */
const WORD_ENDS = /(?<!×) (?![^(]*\)|×)/;

/** Joins neighbours with `between` as long as the line has at most `letters` letters. */
function filled(parts: readonly string[], between: string, letters: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const joined = [lines.at(-1), part].filter((each) => each !== undefined).join(between);
    if (lines.length > 0 && joined.length <= letters) lines[lines.length - 1] = joined;
    else lines.push(part);
  }
  return lines;
}

/**
 * A name broken into lines that fit into `room` px: between its parts, `N(0, 1²) · linear`; a longer part before its
 * `+`, and between words.
 */
export function endLines(text: string, rem: number, room: number): string[] {
  const letters = room / (rem * LETTER);
  const fits = (part: string): boolean => part.length <= letters;
  const parts = text
    .split(BETWEEN)
    .flatMap((part) => (fits(part) ? [part] : part.split(/ (?=\+ )/)))
    .flatMap((part) =>
      fits(part) || part.startsWith('+') ? [part] : filled(part.split(WORD_ENDS), ' ', letters),
    )
    // What is still far too long is broken after its factor.
    .flatMap((part) => (part.length > letters * 1.2 ? part.split(/(?<=×) /) : [part]));
  return filled(parts, BETWEEN, letters);
}

/** A name, or a part of one, with the lane it belongs to. */
export interface NamePart {
  readonly of: number;
  readonly text: string;
  /** Whether another name follows. */
  readonly comma: boolean;
}

/** Several names as one label, separated by commas and broken into lines that fit into `room` px. */
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
