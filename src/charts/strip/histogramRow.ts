import type { Summary } from '../../engine/types.ts';
import {
  barPath,
  discPath,
  nonZeroCounts,
  stepPath,
  zeroCount,
} from '../geometry/histogramPath.ts';
import { barWidth } from '../geometry/margin.ts';
import { ownRange } from './ownRange.ts';
import type { OwnRange } from './ownRange.ts';
import type { StripFrame, StripPlace } from './stripContext.ts';

/** The marks of a row as `d` attributes, which may be empty, and what its note prints. */
export interface HistogramRow {
  readonly area: string;
  /** The outline of an earlier result. */
  readonly before: string;
  /** Shares as solid bars: exact zeros, values beyond an edge, one value that all have. */
  readonly solid: string;
  /** The bar of the share that is not finite. */
  readonly hatch: string;
  /** The whole row, where no value is finite. */
  readonly blank: string;
  /** The row's own range; null where all rows share one scale. */
  readonly own: OwnRange | null;
  readonly middle: number;
  readonly above: number;
  readonly below: number;
  readonly nonFinite: number;
}

/** What a row needs of its lane. */
type RowFrame = Pick<StripFrame, 'rem' | 'scale'>;

/** Px: the end of the bar of a single value. */
const DISC = 2.5;

function newRow(
  layer: number,
  summary: Summary,
  before: Summary | null,
  { rem, scale }: RowFrame,
  { left, right, x: sx, bottom, pitch }: StripPlace,
): HistogramRow {
  const base = bottom(layer) - Math.min(1, pitch * 0.08);
  const height = pitch - Math.max(1, pitch * 0.14);
  const own = scale === 'own' ? ownRange(summary) : null;
  const histogram = own === null ? summary.shared : summary.own;
  const span = own === null ? 1 : own.hi - own.lo;
  const x = (value: number): number =>
    own === null ? sx(value) : left + ((value - own.lo) / span) * (right - left);

  const bar = barWidth(rem);
  const finite = Math.max(1, summary.finite);
  const nonFinite = 1 - summary.finite / Math.max(1, summary.count);
  const above = own === null ? histogram.above / finite : 0;
  const below = own === null ? histogram.below / finite : 0;
  const constant = summary.finite > 0 && summary.min === summary.max && summary.zero === 0;
  const single = constant && above + below < 1;
  const past = own === null ? (before?.shared ?? null) : null;
  return {
    area: constant
      ? ''
      : stepPath(nonZeroCounts(histogram, zeroCount(summary)), {
          left: x(histogram.lo),
          right: x(histogram.hi),
          base,
          height,
        }),
    before:
      past === null || before === null
        ? ''
        : stepPath(nonZeroCounts(past, zeroCount(before)), {
            left: x(past.lo),
            right: x(past.hi),
            base,
            height,
          }),
    solid:
      barPath(x(0) - bar / 2, bar, base, summary.zero * height) +
      barPath(right + 2, bar, base, above * height) +
      barPath(left - 2 - bar, bar, base, below * height) +
      (single
        ? barPath(x(summary.min) - 1, 2, base, height) +
          discPath(x(summary.min), base - height + 2, DISC)
        : ''),
    hatch:
      nonFinite > 0 && summary.finite > 0
        ? barPath(right + 2 + (above > 0 ? bar + 1 : 0), bar, base, nonFinite * height)
        : '',
    blank: summary.finite === 0 ? barPath(left, right - left, base, height) : '',
    own,
    middle: base - height / 2,
    above,
    below,
    nonFinite,
  };
}

interface Drawn {
  readonly frame: RowFrame;
  readonly place: StripPlace;
  readonly before: Summary | null;
  readonly row: HistogramRow;
}

/** A run arrives in parts: what it has drawn already is not computed again. */
const drawn = new WeakMap<Summary, Drawn>();

export function histogramRow(
  layer: number,
  summary: Summary,
  before: Summary | null,
  frame: RowFrame,
  place: StripPlace,
): HistogramRow {
  const last = drawn.get(summary);
  if (last?.frame === frame && last.place === place && last.before === before) return last.row;
  const row = newRow(layer, summary, before, frame, place);
  drawn.set(summary, { frame, place, before, row });
  return row;
}
