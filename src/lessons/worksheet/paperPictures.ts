/** The questions of the lesson about a picture that can be drawn by hand, with its axes. */
import { laneConfig } from '../../engine/lab/lab.ts';
import { parseQuery } from '../../engine/lab/query.ts';
import type { ActivationSpec } from '../../engine/types.ts';
import type { PaperDrawing, Step } from '../schema.ts';

export type Picture =
  /** Loss by step, one line per lane. */
  | { readonly kind: 'loss'; readonly steps: number; readonly lanes: number }
  /** Std by layer, on a logarithmic axis between these powers of ten. */
  | {
      readonly kind: 'spread';
      readonly layers: number;
      readonly lo: number;
      readonly hi: number;
      readonly lanes: number;
      /** Number of layers whose std is shown before the question is answered. */
      readonly given: number;
    }
  /** The curve that the histogram of a layer's sums is drawn under. */
  | (Extract<PaperDrawing, { readonly kind: 'curve' }> & { readonly act: ActivationSpec })
  | Exclude<PaperDrawing, { readonly kind: 'spread' | 'curve' }>;

export type CurvePicture = Extract<Picture, { readonly kind: 'curve' }>;

/** Axis limits as powers of ten: the usual range of the std, and all of float32 including subnormal numbers. */
const RANGES = { usual: { lo: -16, hi: 4 }, float32: { lo: -45, hi: 39 } } as const;

const shows = (step: Step, id: string): boolean =>
  (step.revealed?.panels ?? []).some((panel) => panel.id === id);

/** Number of layers whose std the covered stage already shows. */
function givenLayers({ stage }: Step): number {
  const seen = stage.panels.some(({ id }) => id === 'spread');
  return seen ? parseQuery(stage.query, stage.kind).lab.settings.depth : 0;
}

/** `null` if the step asks nothing, or nothing that can be drawn. */
export function pictureOf(step: Step): Picture | null {
  const { prediction, paper } = step;
  if (prediction.kind === 'none') return null;
  const { query, kind } = step.revealed ?? step.stage;
  const { lab, train } = parseQuery(query, kind);
  const { depth } = lab.settings;
  const lanes = lab.lanes.length;
  // If both curves were drawn, the gradient would give the answer away.
  if (shows(step, 'race-curves') && !step.stage.panels.some(({ id }) => id === 'race-curves')) {
    return { kind: 'loss', steps: train.steps, lanes };
  }
  if (prediction.kind === 'sketch') {
    return { kind: 'spread', layers: depth, ...RANGES.usual, lanes: 1, given: 0 };
  }
  if (paper?.kind === 'curve') {
    const [lane] = lab.lanes;
    return { ...paper, act: (lane === undefined ? lab.settings : laneConfig(lab, lane)).act };
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
