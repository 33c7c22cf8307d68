/** Which questions of the lesson are about a picture that a hand can draw, and on which axes. */
import { parseQuery } from '../../engine/lab/query.ts';
import type { PaperDrawing, Step } from '../schema.ts';

export type Picture =
  /** Loss against steps, one line per lane. */
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
  | Exclude<PaperDrawing, { readonly kind: 'spread' }>;

/** Powers of ten: every spread a start worth drawing can have; every float32, its subnormal numbers included. */
const RANGES = { usual: { lo: -16, hi: 4 }, float32: { lo: -45, hi: 39 } } as const;

const shows = (step: Step, id: string): boolean =>
  (step.revealed?.panels ?? []).some((panel) => panel.id === id);

/** The layers whose spread the covered stage already shows. */
function givenLayers({ stage }: Step): number {
  const seen = stage.panels.some(({ id }) => id === 'spread');
  return seen ? parseQuery(stage.query, stage.kind).lab.settings.depth : 0;
}

/** `null` where nothing is asked, or nothing that could be drawn. */
export function pictureOf(step: Step): Picture | null {
  const { prediction, paper } = step;
  if (prediction.kind === 'none') return null;
  const { query, kind } = step.revealed ?? step.stage;
  const { lab, train } = parseQuery(query, kind);
  const { depth } = lab.settings;
  const lanes = lab.lanes.length;
  // The gradient would give the answer away where both curves are shown.
  if (shows(step, 'race-curves') && !step.stage.panels.some(({ id }) => id === 'race-curves')) {
    return { kind: 'loss', steps: train.steps, lanes };
  }
  if (prediction.kind === 'sketch') {
    return { kind: 'spread', layers: depth, ...RANGES.usual, lanes: 1, given: 0 };
  }
  if (paper === undefined || paper.kind !== 'spread') return paper ?? null;
  return {
    kind: 'spread',
    layers: depth,
    ...RANGES[paper.range],
    lanes: paper.lanes === 'all' ? lanes : 1,
    given: givenLayers(step),
  };
}
