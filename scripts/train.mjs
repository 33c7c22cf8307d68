/**
 * Runs races without a browser: `npm run -s train -- '<query>' [--kernels reference]`. Prints only the
 * training results file to stdout; problems with the query go to stderr.
 */
import { parseArgs } from 'node:util';
import { createKernels } from './kernels.mjs';
import { importTs } from './run-ts.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kernels: { type: 'string' } },
});
const { parseQuery } = await importTs('src/engine/lab/query.ts');
const { raceLanes } = await importTs('src/engine/train/lanes.ts');
const { loadRace, runTraining, trainingFile } = await importTs('src/engine/train/results.ts');

const query = parseQuery((positionals[0] ?? '').replace(/^.*\?/, ''), 'race');
const { lanes, notices } = raceLanes(query);
for (const { code, key, given, used } of notices) {
  console.error(`${code}: ${key}: ${given}${used === '' ? '' : ` -> ${used}`}`);
}
const kernels = await createKernels(values.kernels);
await loadRace(lanes);
const runs = lanes.map((lane) =>
  Array.from({ length: query.lab.seeds }, (_, i) => {
    const seed = (lane.experiment.seed + i) % 2 ** 32;
    return runTraining({ ...lane, experiment: { ...lane.experiment, seed } }, kernels);
  }),
);
process.stdout.write(`${JSON.stringify(trainingFile(lanes, runs))}\n`);
