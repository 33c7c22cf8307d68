/** The thread beside the rows of a lane: the spread of every layer on a log axis that runs across the rows. */
import { arrowHead } from '../geometry/arrowHead.ts';
import { clipLine } from '../geometry/clipLine.ts';
import type { LinePlace } from '../geometry/clipLine.ts';
import type { DecadeDomain } from '../geometry/decades.ts';
import { isOnAxis } from '../geometry/logRows.ts';
import { lossOutlines } from '../geometry/lossOutlines.ts';
import { pointText } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';

/** Ends of the axis, in decades from the unit of the quantity; it changes in these steps. */
const LOWS = [-2, -3, -4, -5, -6, -7, -8] as const;
const HIGHS = [0.3, 1, 2, 3] as const;
/** Width in rem, and as a share of the lane. */
const NARROWEST = 1.6;
const WIDEST = 4.5;
const SHARE = 0.26;
/** In rem: room for exact zero or overflow beside the axis, radius of their rings, length of an arrowhead. */
const END = 0.2;
const RING = 0.13;
const HEAD = 0.4;

/** Positions in px from the right end of the plot. */
export interface ThreadAxis extends DecadeDomain {
  /** Positions of `lo` and `hi`. */
  readonly left: number;
  readonly right: number;
  readonly zero: number;
  readonly infinity: number;
  /** The decade of the strong rule: 0 is the value 1. */
  readonly unit: number;
}

/** The decade of the unit: 1, or less for a quantity whose histograms end at a small `reach`. */
const unitOf = (reach: number): number => Math.min(0, Math.ceil(Math.log10(reach) - 1e-9));

/** The range of decades for these spreads; what lies far beyond leaves the axis. */
export function threadDecades(spreads: Iterable<number | null>, reach: number): DecadeDomain {
  const unit = unitOf(reach);
  let [smallest, largest] = [unit, unit];
  for (const spread of spreads) {
    if (spread === null || !isOnAxis(spread)) continue;
    smallest = Math.min(smallest, Math.log10(spread));
    largest = Math.max(largest, Math.log10(spread));
  }
  return {
    lo: unit + (LOWS.find((step) => unit + step <= smallest) ?? -8),
    hi: unit + (HIGHS.find((step) => unit + step >= largest) ?? 3),
  };
}

/** Px that the thread takes of a lane of this width. */
export const threadWidth = (width: number, rem: number): number =>
  Math.round(Math.min(WIDEST * rem, Math.max(NARROWEST * rem, SHARE * width)));

/** The axis in `width` px that begin `from` px right of the plot. */
export function threadAxis(
  { lo, hi }: DecadeDomain,
  reach: number,
  from: number,
  width: number,
  rem: number,
): ThreadAxis {
  const side = RING * rem + 1;
  const [zero, infinity] = [from + side, from + width - side];
  const end = END * rem;
  return { lo, hi, unit: unitOf(reach), left: zero + end, right: infinity - end, zero, infinity };
}

/** Position of a decade. */
export const threadX = ({ lo, hi, left, right }: ThreadAxis, decade: number): number =>
  left + ((decade - lo) / (hi - lo)) * (right - left);

interface ThreadRows {
  /** The right end of the plot, in px. */
  readonly right: number;
  readonly bottom: (layer: number) => number;
  readonly pitch: number;
  readonly rem: number;
}

interface ThreadPaths {
  /**
   * A tick in the row of every layer, joined from row to row. It ends in an arrowhead where it leaves the axis, and is
   * not drawn until it comes back; runs of exact zero and overflow are lines beside the axis, with a ring at both ends.
   */
  readonly line: string;
  /** Between the line and the unit: what is lost or gained on the way. */
  readonly area: string;
}

const ring = ([x, y]: Point, radius: number): string => {
  const half = `a${radius},${radius} 0 1 0`;
  return `M${pointText([x - radius, y])}${half} ${2 * radius},0${half} ${-2 * radius},0`;
};

const polyline = (points: readonly Point[]): string => `M${points.map(pointText).join('L')}`;

/** @param spreads Standard deviations, index = layer − 1; null: not measured. */
export function threadPaths(
  spreads: readonly (number | null)[],
  axis: ThreadAxis,
  { right, bottom, pitch, rem }: ThreadRows,
): ThreadPaths {
  const middle = (index: number): number => bottom(index + 1) - pitch / 2;
  /** A layer has two points, the ends of its tick. */
  const tickEnd = (point: number): number =>
    middle(Math.floor(point / 2)) + (point % 2 === 0 ? -0.24 : 0.24) * pitch;
  const at = (point: number, decade: number): Point => {
    const whole = Math.floor(point);
    const rest = point - whole;
    const y = tickEnd(whole) + (rest === 0 ? 0 : rest * (tickEnd(whole + 1) - tickEnd(whole)));
    return [right + threadX(axis, decade), y];
  };
  const place = ({ index, value }: LinePlace): Point => at(index, value);
  const decades = spreads.flatMap((spread) => {
    const decade = spread === null || !isOnAxis(spread) ? null : Math.log10(spread);
    return [decade, decade];
  });
  const { parts, exits } = clipLine(decades, axis.lo, axis.hi);
  /** Lines through the runs of layers with this value. */
  const runs = (value: number, px: number): readonly string[] =>
    spreads.flatMap((spread, first) => {
      if (spread !== value || spreads[first - 1] === value) return [];
      const other = spreads.findIndex((each, i) => i > first && each !== value);
      const last = (other === -1 ? spreads.length : other) - 1;
      const [x, radius] = [right + px, RING * rem];
      const [top, foot] = [middle(first), middle(last)];
      if (first === last) return [ring([x, top], radius)];
      const between = Array.from({ length: last - first - 1 }, (_, i): Point => [
        x,
        middle(first + 1 + i),
      ]);
      const line = polyline([[x, top + radius], ...between, [x, foot - radius]]);
      return [ring([x, top], radius), line, ring([x, foot], radius)];
    });
  return {
    line: [
      ...parts.map((part) => polyline(part.map(place))),
      ...exits.map((exit) => arrowHead(place(exit.from), place(exit), HEAD * rem)),
      ...runs(0, axis.zero),
      ...runs(Infinity, axis.infinity),
    ].join(''),
    area: lossOutlines(decades, axis.unit, axis)
      .map((outline) => `${polyline(outline.map(([point, decade]) => at(point, decade)))}Z`)
      .join(''),
  };
}
