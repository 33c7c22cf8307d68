/** Which numbers of a small map are connected by a weight: the drawing of the fan calculator. */
import type { FansOf } from '../../engine/rules/fans.ts';

export interface Wiring {
  /** Channels on each side. */
  readonly channels: Readonly<Record<Side, number>>;
  /** Places along a side of a square map. */
  readonly places: Readonly<Record<Side, number>>;
  readonly groups: number;
  readonly kernel: number;
  readonly stride: number;
  /** Transposed convolution: the outputs lie closer together than the inputs, by the stride. */
  readonly transposed: boolean;
}

export type Side = 'input' | 'output';

/** One number of a map; indices count from 0. */
export interface Place {
  readonly side: Side;
  readonly channel: number;
  readonly row: number;
  readonly column: number;
}

/** Places along a side of the finer map: an odd number, so that there is a middle. */
const FINE = 7;

export function wiringOf(layer: FansOf): Wiring {
  const channels = { input: layer.inputs, output: layer.outputs };
  if (layer.kind === 'dense') {
    const places = { input: 1, output: 1 };
    return { channels, places, groups: 1, kernel: 1, stride: 1, transposed: false };
  }
  const { kernel, groups = 1, stride = 1 } = layer;
  const transposed = layer.kind === 'transposed';
  const coarse = Math.ceil(FINE / stride);
  const places = transposed ? { input: coarse, output: FINE } : { input: FINE, output: coarse };
  return { channels, places, groups, kernel, stride, transposed };
}

/** Whether a zero-padded kernel connects this row (or column) of the input to that of the output. */
function meets({ kernel, stride, transposed }: Wiring, input: number, output: number): boolean {
  const [fine, coarse] = transposed ? [output, input] : [input, output];
  const tap = fine - coarse * stride + (kernel - 1) / 2;
  return tap >= 0 && tap < kernel;
}

const groupOf = ({ channels, groups }: Wiring, { side, channel }: Place): number =>
  Math.floor((channel * groups) / channels[side]);

/** Channels of the other side that a place is connected to. */
export const joinedChannels = ({ channels, groups }: Wiring, { side }: Place): number =>
  channels[side === 'input' ? 'output' : 'input'] / groups;

/** Whether a weight connects the two places; their order does not matter. */
export function isJoined(wiring: Wiring, a: Place, b: Place): boolean {
  if (a.side === b.side) return false;
  const [input, output] = a.side === 'input' ? [a, b] : [b, a];
  return (
    groupOf(wiring, input) === groupOf(wiring, output) &&
    meets(wiring, input.row, output.row) &&
    meets(wiring, input.column, output.column)
  );
}

/** How many numbers of the other side a place is connected to, over all channels, with the border considered. */
export function joinedCount(wiring: Wiring, place: Place): number {
  const other: Side = place.side === 'input' ? 'output' : 'input';
  const along = (at: number): number =>
    Array.from({ length: wiring.places[other] }, (_, i) => i).filter((i) =>
      place.side === 'input' ? meets(wiring, at, i) : meets(wiring, i, at),
    ).length;
  return along(place.row) * along(place.column) * joinedChannels(wiring, place);
}

/** The middle of a side, in its first channel. */
export function middleOf(wiring: Wiring, side: Side): Place {
  const middle = Math.floor(wiring.places[side] / 2);
  return { side, channel: 0, row: middle, column: middle };
}
