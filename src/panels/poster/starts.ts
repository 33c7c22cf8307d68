/** Initializations and activations of the sheet as lanes, in several labs, since one lab holds at most six lanes. */
import { LIMITS } from '../../engine/lab/config.ts';
import type { LabLane } from '../../engine/lab/lab.ts';
import { drawMoments } from '../../engine/rules/draw.ts';
import { initializer } from '../../engine/rules/initializer.ts';
import { completeInitializer, printInitializer } from '../../engine/rules/spec.ts';
import type { InitializerSpec } from '../../engine/types.ts';

const spec = (id: InitializerSpec['id'], params = {}): InitializerSpec =>
  completeInitializer({ id, params }).value;

/** The initializations of the chapters, in their order. */
export const STARTS: readonly LabLane[] = [
  spec('zeros'),
  spec('constant', { value: 0.5 }),
  spec('random_normal', { std: 0.01 }),
  spec('random_normal', { std: 1 }),
  spec('xavier_normal'),
  spec('he_normal'),
  spec('pytorch_linear'),
].map((each) => ({ initializer: each, overrides: {} }));

export const POSTER_ACTS = ['sigmoid', 'tanh', 'relu'] as const;
export type PosterAct = (typeof POSTER_ACTS)[number];

export const POSTER_NET = { depth: 20, width: 256, seed: 1 } as const;

/** Layers whose histograms are drawn. */
export const POSTER_LAYERS = [1, 5, 10, 20] as const;

const settings = (act: PosterAct): string =>
  `act=${act}&depth=${POSTER_NET.depth}&width=${POSTER_NET.width}&seed=${POSTER_NET.seed}`;

const laneKey = ({ initializer: each }: LabLane): string => `lane=${printInitializer(each)}`;

/** The link to the lab of one cell. */
export const cellQuery = (start: LabLane, act: PosterAct): string =>
  `${laneKey(start)}&${settings(act)}`;

/** The labs of a row, as many as are needed to hold its initializations, with their numbers of lanes. */
export function rowQueries(
  act: PosterAct,
): readonly { readonly query: string; readonly lanes: number }[] {
  const most = LIMITS.lanes.max;
  return Array.from({ length: Math.ceil(STARTS.length / most) }, (_, i) => {
    const starts = STARTS.slice(i * most, (i + 1) * most);
    return { query: [...starts.map(laneKey), settings(act)].join('&'), lanes: starts.length };
  });
}

/** n · Var(w) in a layer of the sheet's width; `null` where all weights are equal. */
export function scaledVariance({ initializer: { id, params } }: LabLane): number | null {
  const { width } = POSTER_NET;
  const moments = drawMoments(initializer(id).draw(params, width, width), width, width);
  if (moments === null || moments.std === 0) return null;
  return width * moments.std ** 2;
}
