/** Runs stages with the engine, each once, for the tests of lessons and answers and for the preview images. */
import { createKernels } from '../scripts/kernels.mjs';
import { loadInputs } from '../src/engine/data/generate.ts';
import { parseQuery } from '../src/engine/lab/query.ts';
import { runLab } from '../src/engine/experiment/runLane.ts';
import { raceLanes } from '../src/engine/train/lanes.ts';
import { runTraining } from '../src/engine/train/results.ts';
import type { Facts } from '../src/lessons/facts/facts.ts';
import { NO_FACTS } from '../src/lessons/facts/facts.ts';
import type { Stage } from '../src/lessons/schema.ts';

const kernels = await createKernels();
await loadInputs(['digits']);
const run = new Map<string, Facts>();

/** The results of a stage with `seed`, by default its own; cached. */
export function factsOf({ kind, query }: Pick<Stage, 'kind' | 'query'>, seed?: number): Facts {
  const parsed = parseQuery(query, kind);
  const key = `${kind} ${query} ${seed ?? parsed.lab.settings.seed}`;
  const known = run.get(key);
  if (known !== undefined) return known;
  const settings = { ...parsed.lab.settings, ...(seed === undefined ? {} : { seed }) };
  const lab = { ...parsed.lab, settings };
  const races = (): Facts['races'] =>
    raceLanes({ ...parsed, lab }).lanes.map((config) => {
      const { records, ...outcome } = runTraining(config, kernels);
      return { config, records, outcome };
    });
  const facts: Facts =
    kind === 'lab'
      ? { ...NO_FACTS, lanes: runLab(lab, kernels, () => 0) }
      : { ...NO_FACTS, races: races() };
  run.set(key, facts);
  return facts;
}
