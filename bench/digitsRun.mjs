/** One process of bench/digits.mjs: trains each lane it receives and sends back the outcome. */
import { constants, setPriority } from 'node:os';
import { createKernels } from '../scripts/kernels.mjs';
import { importTs } from '../scripts/run-ts.mjs';

// Runs for minutes on all cores, so other work on the machine takes priority.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const { parseQuery } = await importTs('src/engine/lab/query.ts');
const { raceLanes } = await importTs('src/engine/train/lanes.ts');
const { loadRace, runTraining } = await importTs('src/engine/train/results.ts');
const kernels = await createKernels();

process.on('message', async (query) => {
  const { lanes } = raceLanes(parseQuery(query, 'race'));
  await loadRace(lanes);
  const { learnedAt, records } = runTraining(lanes[0], kernels);
  const last = records.at(-1);
  process.send({
    learnedAt,
    best: Math.max(...records.map(({ accuracy }) => accuracy)),
    accuracy: last.accuracy,
    loss: last.loss,
    gradient: records[0].firstLayerGradient,
  });
});
process.send('ready');
