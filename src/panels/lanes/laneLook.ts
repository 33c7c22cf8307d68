/** How each lane looks: one colour per idea, and a dash of its own among lanes of one colour. */
import type { InitializerId } from '../../engine/types.ts';
import type { Dash, Tone } from '../../charts/types.ts';

const TONES = {
  zeros: 1,
  ones: 1,
  constant: 1,
  identity: 1,
  random_uniform: 2,
  random_normal: 2,
  truncated_normal: 2,
  lecun_uniform: 3,
  lecun_normal: 3,
  xavier_uniform: 3,
  xavier_normal: 3,
  keras_glorot_normal: 3,
  he_uniform: 4,
  he_normal: 4,
  variance_scaling: 5,
  orthogonal: 5,
  sparse: 5,
  pytorch_linear: 5,
  lsuv: 5,
} as const satisfies Record<InitializerId, Tone>;

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

export function laneLooks(ids: readonly InitializerId[]): readonly LaneLook[] {
  const used = new Map<Tone, number>();
  return ids.map((id) => {
    const tone = TONES[id];
    const count = used.get(tone) ?? 0;
    used.set(tone, count + 1);
    const dashes = DASHES[tone];
    return { tone, dash: dashes[count % dashes.length] ?? 'solid' };
  });
}
