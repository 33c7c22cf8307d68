/** Lanes side by side along one axis: lane i from i to i + 1, with a gap at its end. */

/** Gap between two lanes, as a fraction of a lane's room. */
const GAP = 0.12;

export interface MagnitudeLayout {
  /** Number of layers in each lane. */
  readonly depths: readonly number[];
  /** Width of a layer's column, along the axis. */
  readonly columnWidth: (lane: number) => number;
  /** Centre of a layer's column. */
  readonly place: (lane: number, layer: number) => number;
  /** Where the columns of a lane begin and end. */
  readonly span: (lane: number) => readonly [start: number, end: number];
  /** The centres of all columns, in order. */
  readonly places: readonly number[];
  /** Which column is at one of `places`. */
  readonly columnAt: (place: number) => { readonly lane: number; readonly layer: number } | null;
}

export function magnitudeLayout(depths: readonly number[]): MagnitudeLayout {
  const wide = 1 - (depths.length > 1 ? GAP : 0);
  const columnWidth = (lane: number): number => wide / Math.max(1, depths[lane] ?? 1);
  const place = (lane: number, layer: number): number => lane + (layer - 0.5) * columnWidth(lane);
  const columns = depths.flatMap((depth, lane) =>
    Array.from({ length: depth }, (_, i) => ({ lane, layer: i + 1 })),
  );
  const places = columns.map(({ lane, layer }) => place(lane, layer));
  return {
    depths,
    columnWidth,
    place,
    span: (lane) => [lane, lane + wide],
    places,
    columnAt: (at) => columns[places.findIndex((each) => Math.abs(each - at) < 1e-9)] ?? null,
  };
}
