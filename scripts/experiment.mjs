/**
 * Runs the lab without a browser: `npm run -s experiment -- '<query>' [--csv] [--kernels reference]`.
 * Prints only the results file to stdout; problems with the query go to stderr.
 */
import { parseArgs } from 'node:util';
import { createKernels } from './kernels.mjs';
import { importTs } from './run-ts.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { csv: { type: 'boolean' }, kernels: { type: 'string' } },
});

const { parseQuery } = await importTs('src/engine/lab/query.ts');
const { loadLab, runLab } = await importTs('src/engine/experiment/runLane.ts');
const { laneConfig } = await importTs('src/engine/lab/lab.ts');
const { estimateCost, tooLarge } = await importTs('src/engine/passes/cost.ts');

/** Accepts a whole link as well as its query. */
const query = (positionals[0] ?? '').replace(/^.*\?/, '');
const { lab, notices } = parseQuery(query);
for (const { code, lane, key, given, used } of notices) {
  const place = lane === null ? key : `lane ${lane + 1}, ${key}`;
  console.error(`${code}: ${place}: ${given}${used === '' ? '' : ` -> ${used}`}`);
}

for (const lane of lab.lanes) {
  const config = laneConfig(lab, lane);
  if (tooLarge(config)) {
    const gigabytes = (estimateCost(config).bytes / 2 ** 30).toFixed(2);
    console.error(`too-large: needs ${gigabytes} GB`);
    process.exit(2);
  }
}

const kernels = await createKernels(values.kernels);
await loadLab(lab);
const runs = runLab(lab, kernels, () => performance.now());
for (const [index, { outcome }] of runs.entries()) {
  for (const { code, key, given, used } of outcome.notices) {
    console.error(`${code}: lane ${index + 1}, ${key}: ${given} -> ${used}`);
  }
  for (const { code, layer } of outcome.notes)
    console.error(`${code}: lane ${index + 1}, layer ${layer}`);
}

if (values.csv) {
  const { experimentCsv } = await importTs('src/engine/experiment/resultsCsv.ts');
  process.stdout.write(experimentCsv(runs));
} else {
  const { experimentFile } = await importTs('src/engine/experiment/results.ts');
  process.stdout.write(`${JSON.stringify(experimentFile(runs))}\n`);
}
