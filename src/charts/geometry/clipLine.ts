/** Lines clipped at the edges of the plot, not drawn along an edge. */

/** A point of a line: `index` may lie between those of the given values. */
export interface LinePlace {
  readonly index: number;
  readonly value: number;
}

export interface LineExit extends LinePlace {
  /** Where the line comes from, for the direction of its arrowhead. */
  readonly from: LinePlace;
}

export interface ClippedLine {
  /** The parts of the line inside the range, in order. */
  readonly parts: readonly (readonly LinePlace[])[];
  /** Where the line leaves; the rest is not drawn until the line comes back. */
  readonly exits: readonly LineExit[];
}

/** The point between a and b at which the line has this value. */
function between(a: LinePlace, b: LinePlace, value: number): LinePlace {
  const part = (value - a.value) / (b.value - a.value);
  return { index: a.index + part * (b.index - a.index), value };
}

/** A finite stand-in for an infinite value: the last slope continued, and always beyond the edge `hi`. */
const towards = (before: number | undefined, last: number, hi: number): number =>
  Math.max(before === undefined ? hi : 2 * last - before, hi + 1e-6);

/**
 * The line through `values` at 0, 1, 2 …, clipped to `[lo, hi]`; null is a gap, and towards Infinity the line leaves
 * the range.
 */
export function clipLine(values: readonly (number | null)[], lo: number, hi: number): ClippedLine {
  const parts: LinePlace[][] = [];
  const exits: LineExit[] = [];
  const inside = ({ value }: LinePlace): boolean => value >= lo && value <= hi;
  let open: LinePlace[] | null = null;
  let last: LinePlace | null = null;
  values.forEach((given, index) => {
    if (given === null || Number.isNaN(given)) {
      open = null;
      last = null;
      return;
    }
    const before = values[index - 2];
    const value: number =
      given === Infinity
        ? last === null
          ? Infinity
          : towards(before ?? undefined, last.value, hi)
        : given;
    const here = { index, value };
    const edge = value > hi ? hi : lo;
    if (inside(here)) {
      if (open === null) {
        open = [];
        parts.push(open);
        if (last !== null && Number.isFinite(last.value))
          open.push(between(last, here, last.value > hi ? hi : lo));
      }
      open.push(here);
    } else if (open !== null && last !== null) {
      const out = between(last, here, edge);
      open.push(out);
      exits.push({ ...out, from: last });
      open = null;
    } else if (last !== null && Number.isFinite(last.value) && last.value > hi !== value > hi) {
      // The line crosses the whole range between two values.
      const [into, out] = [between(last, here, edge === hi ? lo : hi), between(last, here, edge)];
      parts.push([into, out]);
      exits.push({ ...out, from: into });
    }
    last = here;
  });
  return { parts, exits };
}

/** Like `clipLine` for a line that runs from the last value to the first: its exits are where it leaves that way. */
export function clipBackward(
  values: readonly (number | null)[],
  lo: number,
  hi: number,
): ClippedLine {
  const { parts, exits } = clipLine(values.toReversed(), lo, hi);
  const turned = ({ index, value }: LinePlace): LinePlace => ({
    index: values.length - 1 - index,
    value,
  });
  return {
    parts: parts.map((part) => part.map(turned).toReversed()).toReversed(),
    exits: exits.map((exit) => ({ ...turned(exit), from: turned(exit.from) })),
  };
}
