/** Which questions of the lesson are about a picture that a hand can draw, and on which axes. */
import { parseQuery } from '../../engine/lab/query.ts';
import type { Chapter, Step } from '../schema.ts';

export type Picture =
  /** Loss against steps, one line a lane. */
  | { readonly kind: 'loss'; readonly steps: number; readonly lanes: number }
  /** Spread against layers, on a logarithmic axis of these powers of ten. */
  | {
      readonly kind: 'spread';
      readonly layers: number;
      readonly lo: number;
      readonly hi: number;
      readonly lanes: number;
      /** Layers whose spread is on the stage before the question is answered. */
      readonly given: number;
    }
  /** The last layer's values. */
  | { readonly kind: 'histogram'; readonly lo: number; readonly hi: number }
  /** Weights, with a uniform draw of this limit given. */
  | { readonly kind: 'weights'; readonly limit: number; readonly widest: number };

/** Every spread a start worth drawing can have. */
const USUAL = { lo: -16, hi: 4 } as const;
/** Every float32, its subnormal numbers included. */
const FLOAT32 = { lo: -45, hi: 39 } as const;

const shows = (step: Step, id: string): boolean =>
  (step.revealed?.panels ?? []).some((panel) => panel.id === id);

/** The layers whose spread the covered stage already shows. */
function givenLayers({ stage }: Step): number {
  const seen = stage.panels.some(({ id }) => id === 'spread');
  return seen ? parseQuery(stage.query, stage.kind).lab.settings.depth : 0;
}

/** `null` where nothing is asked, or nothing that could be drawn. */
export function pictureOf({ id: chapter }: Chapter, step: Step): Picture | null {
  if (step.prediction.kind === 'none') return null;
  const { query, kind } = step.revealed ?? step.stage;
  const { lab, train } = parseQuery(query, kind);
  const { depth } = lab.settings;
  const lanes = lab.lanes.length;
  const at = `${chapter}/${step.id}`;
  // The gradient would give the answer away where both curves are shown.
  if (shows(step, 'race-curves') && !step.stage.panels.some(({ id }) => id === 'race-curves')) {
    return { kind: 'loss', steps: train.steps, lanes };
  }
  if (step.prediction.kind === 'sketch') {
    return { kind: 'spread', layers: depth, ...USUAL, lanes: 1, given: 0 };
  }
  if (at === 'random/ten-layers') return { kind: 'histogram', lo: -1, hi: 1 };
  if (at === 'random/normal') return { kind: 'weights', limit: 0.1, widest: 0.4 };
  if (at === 'he/xavier-under-relu') {
    return { kind: 'spread', layers: depth, ...USUAL, lanes: 1, given: givenLayers(step) };
  }
  if (at === 'he/hundred') {
    return { kind: 'spread', layers: depth, ...FLOAT32, lanes, given: 0 };
  }
  return null;
}
