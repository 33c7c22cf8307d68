/** How each lane looks: one colour per family of initializers; lanes of one colour differ in dash and shade. */
import { initializer } from '../../engine/rules/initializer.ts';
import type { Family } from '../../engine/rules/initializers.ts';
import type { LabLane } from '../../engine/lab/lab.ts';
import { drawMoments } from '../../engine/rules/draw.ts';
import type { Dash, LaneLook, Shade, Tone } from '../../charts/types.ts';

const TONES = { zero: 1, random: 2, xavier: 3, he: 4, other: 5 } as const satisfies Record<
  Family,
  Tone
>;

/** The first dash of each tone is the one used in the lecture: zero and He solid, random dashed, Xavier dotted. */
const DASHES: Readonly<Record<Tone, readonly Dash[]>> = {
  1: ['solid', 'dash-dot', 'long', 'dashed', 'dotted', 'dash-dot-dot'],
  2: ['dashed', 'solid', 'dash-dot', 'long', 'dotted', 'dash-dot-dot'],
  3: ['dotted', 'solid', 'long', 'dashed', 'dash-dot', 'dash-dot-dot'],
  4: ['solid', 'dashed', 'dash-dot', 'long', 'dotted', 'dash-dot-dot'],
  5: ['dash-dot', 'solid', 'long', 'dashed', 'dotted', 'dash-dot-dot'],
};
const SHADES: readonly Shade[] = [0, 1, 2, 3, 4, 5];

type Started = Pick<LabLane, 'initializer'>;

/** Size of the weights, to sort a family by: σ in a layer of 256 units, or the mean where all weights are equal. */
function sizeOf({ initializer: { id, params } }: Started): number {
  const moments = drawMoments(initializer(id).draw(params, 256, 256), 256, 256);
  if (moments === null) return 0;
  return moments.std > 0 ? moments.std : Math.abs(moments.mean);
}

/**
 * The looks of lanes that stand side by side, by index; an index without a lane gets a look of no family.
 * Lanes of one colour have different dashes, and shades in the order of the size of their weights.
 */
export function laneLooks(lanes: readonly Started[]): (index: number) => LaneLook {
  const families = lanes.map((lane) => TONES[initializer(lane.initializer.id).family]);
  const looks = lanes.map((lane, index): LaneLook => {
    const tone = families[index] ?? 5;
    const mine = lanes.filter((_, i) => families[i] === tone);
    const order = mine.toSorted((a, b) => sizeOf(a) - sizeOf(b));
    const shade = SHADES[order.indexOf(lane)] ?? 5;
    const dash = DASHES[tone][mine.indexOf(lane)] ?? 'dash-dot-dot';
    return { tone, dash, shade };
  });
  return (index) => looks[index] ?? { tone: 5, dash: 'solid', shade: 0 };
}
