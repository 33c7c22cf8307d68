/** The picture on a preview image: the experiment of a question or a chapter, computed by the engine. */
import { runLab } from '../../src/engine/experiment/runLane.ts';
import type { Kernels } from '../../src/engine/kernels.ts';
import { parseQuery } from '../../src/engine/lab/query.ts';
import { raceLanes } from '../../src/engine/train/lanes.ts';
import { loadRace, runTraining } from '../../src/engine/train/results.ts';
import type { Stage } from '../../src/lessons/schema.ts';

export interface PreviewFigure {
  readonly kind: 'spread' | 'loss';
  /** Root mean square layer by layer, or the loss record by record; lanes in the order of the stage. */
  readonly lanes: readonly (readonly number[])[];
}

/** Every lane of a stage, as its own page would run it. */
export async function previewFigure(
  { kind, query }: Pick<Stage, 'kind' | 'query'>,
  kernels: Kernels,
): Promise<PreviewFigure> {
  const parsed = parseQuery(query, kind);
  if (kind === 'race') {
    const { lanes } = raceLanes(parsed);
    await loadRace(lanes);
    return {
      kind: 'loss',
      lanes: lanes.map((lane) => runTraining(lane, kernels).records.map(({ loss }) => loss)),
    };
  }
  return {
    kind: 'spread',
    lanes: runLab(parsed.lab, kernels, () => 0).map(({ layers }) =>
      layers.map(({ activations }) => activations.rms),
    ),
  };
}
