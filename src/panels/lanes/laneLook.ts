/** How each lane looks: one colour per idea, and a dash of its own among lanes of one colour. */
import { initializer } from '../../engine/rules/initializer.ts';
import type { Family } from '../../engine/rules/initializers.ts';
import type { LabLane } from '../../engine/lab/lab.ts';
import type { Dash, Tone } from '../../charts/types.ts';

const TONES = { zero: 1, random: 2, xavier: 3, he: 4, other: 5 } as const satisfies Record<
  Family,
  Tone
>;

/** The first dash of each tone is the lecture's own: zero and He solid, random dashed, Xavier dotted. */
const DASHES: Readonly<Record<Tone, readonly Dash[]>> = {
  1: ['solid', 'dash-dot', 'long', 'dashed', 'dotted'],
  2: ['dashed', 'solid', 'dash-dot', 'long', 'dotted'],
  3: ['dotted', 'solid', 'long', 'dashed', 'dash-dot'],
  4: ['solid', 'dashed', 'dash-dot', 'long', 'dotted'],
  5: ['dash-dot', 'solid', 'long', 'dashed', 'dotted'],
};

export interface LaneLook {
  readonly tone: Tone;
  readonly dash: Dash;
}

/** The looks of lanes that stand side by side, by index; of one that is not there, a look of no family. */
export function laneLooks(
  lanes: readonly Pick<LabLane, 'initializer'>[],
): (index: number) => LaneLook {
  const used = new Map<Tone, number>();
  const looks = lanes.map((lane): LaneLook => {
    const tone = TONES[initializer(lane.initializer.id).family];
    const count = used.get(tone) ?? 0;
    used.set(tone, count + 1);
    const dashes = DASHES[tone];
    return { tone, dash: dashes[count % dashes.length] ?? 'solid' };
  });
  return (index) => looks[index] ?? { tone: 5, dash: 'solid' };
}
