/**
 * Examples differ in size, and a larger one stays larger from layer to layer. The theory therefore follows groups of
 * examples of similar size, each an array with a number per place of a picture.
 */

/** Most groups to follow, of about equally many examples; they are merged once they are alike. */
const GROUPS = 32;
/** Limit on groups times places, since activations without a closed form are integrated for each of them. */
const MAX_POINTS = 512;
/** Groups are alike if at every place they differ from their mean by at most this share of it. */
const ALIKE = 0.02;

export const average = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] ?? 0;
  return sum / values.length;
};

/** Average over groups and places. */
export const averageOf = (groups: readonly Float64Array[]): number => average(groups.map(average));

/** The mean of groups, place by place. */
export function mixed(groups: readonly Float64Array[]): Float64Array {
  const first = groups[0] ?? new Float64Array(0);
  return first.map((_, place) => average(groups.map((group) => group[place] ?? 0)));
}

/**
 * Sorts the examples by size and averages them in at most GROUPS groups. `examples`: mean squares of the inputs, an
 * array per example with a number per place.
 */
export function groupExamples(examples: readonly Float64Array[]): readonly Float64Array[] {
  const sorted = examples.toSorted((a, b) => average(a) - average(b));
  const places = sorted[0]?.length ?? 1;
  const most = Math.max(1, Math.min(GROUPS, Math.floor(MAX_POINTS / places)));
  const groups = Math.min(most, sorted.length);
  const edge = (g: number): number => Math.round((g * sorted.length) / groups);
  return merge(Array.from({ length: groups }, (_, g) => mixed(sorted.slice(edge(g), edge(g + 1)))));
}

/** The mean of the groups as a single group if they are alike, otherwise the groups unchanged. */
export function merge(groups: readonly Float64Array[]): readonly Float64Array[] {
  const mean = mixed(groups);
  const near = (value: number, place: number): boolean =>
    Math.abs(value - (mean[place] ?? 0)) <= ALIKE * (mean[place] ?? 0);
  return groups.every((group) => group.every(near)) ? [mean] : groups;
}

/** Combines two lists of groups elementwise; a list with a single group is broadcast to the length of the other. */
export function together(
  a: readonly Float64Array[],
  b: readonly Float64Array[],
  combine: (x: number, y: number) => number,
): readonly Float64Array[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, g) => {
    const other = b[g] ?? b[0];
    return (a[g] ?? a[0] ?? new Float64Array(0)).map((x, place) => combine(x, other?.[place] ?? 0));
  });
}
