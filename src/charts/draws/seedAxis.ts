/** A logarithmic axis for one number per seed, and stacks for dots that would overlap. */

interface Room {
  readonly from: number;
  readonly to: number;
}

export interface SeedAxis {
  readonly x: (value: number) => number;
  readonly ticks: readonly number[];
}

/** 1, 2 and 5 times each power of ten, within the range. */
function roundNumbers(low: number, high: number): readonly number[] {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`)))
    .filter((value) => value >= low && value <= high);
}

/** The axis for the values above 0; others are ignored. It covers at least half a decade. */
export function seedAxis(values: readonly number[], room: Room): SeedAxis {
  const logs = values.filter((value) => value > 0 && value < Infinity).map(Math.log10);
  const [least, most] = [Math.min(...logs), Math.max(...logs)];
  const pad = Math.max(0.05 * (most - least), (0.5 - (most - least)) / 2);
  const [low, high] = [least - pad, most + pad];
  const x = (value: number): number =>
    room.from + ((Math.log10(value) - low) / (high - low)) * (room.to - room.from);
  const ticks = roundNumbers(10 ** low, 10 ** high);
  return { x, ticks: ticks.length > 6 ? ticks.filter((_, i) => i % 2 === 0) : ticks };
}

/** Dots that would touch are stacked, in the order given. */
export function dotStack(
  places: readonly number[],
  size: number,
): readonly { readonly x: number; readonly row: number }[] {
  const placed: { readonly x: number; readonly row: number }[] = [];
  for (const x of places.filter(Number.isFinite)) {
    const near = new Set(placed.filter((dot) => Math.abs(dot.x - x) < size).map((dot) => dot.row));
    let row = 0;
    while (near.has(row)) row += 1;
    placed.push({ x, row });
  }
  return placed;
}
