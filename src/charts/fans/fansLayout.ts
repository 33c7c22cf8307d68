import type { ChartSize } from '../types.ts';
import type { Side, Wiring } from './wiring.ts';

export const SIDES = ['input', 'output'] as const satisfies readonly Side[];
/** Most channels drawn on a side: feature maps, or single numbers of a dense layer. */
const MAX_MAPS = 3;
const MAX_NUMBERS = 12;
/** From this width on, in rem, the input maps stand in a row, with one output map beside them. */
const ROW_WIDTH = 34;
/** Height of the titles, in rem. */
export const TITLE_HEIGHT = 1.8;

interface FansLayout {
  /** Channels drawn on each side. */
  readonly drawn: Readonly<Record<Side, number>>;
  readonly x: Readonly<Record<Side, number>>;
  readonly cell: number;
  /** From one map of a side to its next. */
  readonly step: Readonly<Record<Side, { readonly x: number; readonly y: number }>>;
  /** Lower edge of the maps of a side. */
  readonly end: Readonly<Record<Side, number>>;
  readonly height: number;
}

/** The maps of a side below each other, or, where the chart is wide, side by side; cells as large as fits. */
export function layoutOf(
  { places, channels }: Wiring,
  { width, rem }: Pick<ChartSize, 'width' | 'rem'>,
): FansLayout {
  const isRow = places.input > 1 && width >= ROW_WIDTH * rem;
  const most = places.input === 1 ? MAX_NUMBERS : MAX_MAPS;
  const drawn = {
    input: Math.min(most, channels.input),
    output: isRow ? 1 : Math.min(most, channels.output),
  };
  const gap = rem * (places.input === 1 ? 0.35 : 0.9);
  const across = (side: Side): number => (isRow ? drawn[side] : 1);
  const cells = SIDES.reduce((sum, side) => sum + across(side) * places[side], 0);
  const gaps = SIDES.reduce((sum, side) => sum + (across(side) - 1) * gap, rem * 6);
  const finest = Math.max(places.input, places.output);
  const cell = isRow
    ? Math.min(rem * 1.6, (width - gaps) / cells)
    : Math.min(rem * 1.1, (width - rem * 6) / 2 / finest);
  const map = (side: Side): number => places[side] * cell;
  const stepOf = (side: Side) =>
    isRow ? { x: map(side) + gap, y: 0 } : { x: 0, y: map(side) + gap };
  const step = { input: stepOf('input'), output: stepOf('output') };
  const endOf = (side: Side): number =>
    TITLE_HEIGHT * rem + (drawn[side] - 1) * step[side].y + map(side);
  const end = { input: endOf('input'), output: endOf('output') };
  const isCut = SIDES.some((side) => channels[side] > drawn[side]);
  const wide = (drawn.input - 1) * step.input.x + map('input');
  return {
    drawn,
    // Side by side, as close as the titles allow.
    x: { input: rem, output: rem * 4 + Math.max(wide, rem * 5) },
    cell,
    step,
    end,
    height: Math.max(end.input, end.output) + rem * (isCut ? 1.8 : 0.4),
  };
}
