/**
 * Twenty seeds of the race that three cannot decide: 22 convolutional layers of 16 channels on the digits, He, Xavier
 * and PyTorch's default (D3). Prints each run as it ends, then the bands.
 *
 *     node bench/digits.mjs [--seeds 20] [--steps 1000] [--lanes he_normal,xavier_normal,pytorch_linear]
 */
import { parseArgs } from 'node:util';
import { createKernels } from '../scripts/kernels.mjs';
import { importTs } from '../scripts/run-ts.mjs';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    steps: { type: 'string', default: '1000' },
    lanes: { type: 'string', default: 'he_normal,xavier_normal,pytorch_linear' },
  },
});
const { parseQuery } = await importTs('src/engine/lab/query.ts');
const { raceLanes } = await importTs('src/engine/train/lanes.ts');
const { loadRace, runTraining } = await importTs('src/engine/train/results.ts');
const kernels = await createKernels();

/** Smallest, median and largest; never is Infinity. */
function band(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
}
const print = (numbers, digits) => numbers.map((each) => each.toPrecision(digits)).join(' / ');

for (const lane of values.lanes.split(',')) {
  const runs = [];
  for (let seed = 1; seed <= Number(values.seeds); seed += 1) {
    const query = `net=conv&input=digits&depth=22&width=16&lr=0.01&train_batch=32&act=relu`;
    const { lanes } = raceLanes(
      parseQuery(`${query}&steps=${values.steps}&seed=${seed}&lane=${lane}`, 'race'),
    );
    await loadRace(lanes);
    const { learnedAt, records } = runTraining(lanes[0], kernels);
    const last = records.at(-1);
    const run = {
      learnedAt: learnedAt ?? Infinity,
      best: Math.max(...records.map(({ accuracy }) => accuracy)),
      accuracy: last.accuracy,
      loss: last.loss,
      gradient: records[0].firstLayerGradient,
    };
    runs.push(run);
    console.log(lane, 'seed', seed, JSON.stringify(run));
  }
  const learned = runs.filter(({ learnedAt }) => learnedAt < Infinity).length;
  console.log(`${lane}: ${learned} of ${runs.length} learned; smallest / median / largest:`);
  for (const [key, digits] of Object.entries({
    learnedAt: 4,
    best: 3,
    accuracy: 3,
    loss: 5,
    gradient: 3,
  })) {
    const numbers = runs.map((run) => run[key]);
    console.log(`  ${key}: ${print(band(numbers), digits)}`);
  }
}
