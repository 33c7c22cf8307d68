/**
 * Compares training with NumPy: `node bench/check/train.mjs`. NumPy gets the initial weights, mini-batches and
 * settings and trains independently in float64; then losses and weights are compared.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createKernels } from '../../scripts/kernels.mjs';
import { importTs } from '../../scripts/run-ts.mjs';

const python = process.env.PYTHON ?? 'python3';
if (spawnSync(python, ['-c', 'import numpy']).status !== 0) {
  console.log(`skipped: ${python} with NumPy was not found (set PYTHON to another interpreter)`);
  process.exit(0);
}
const { parseQuery } = await importTs('src/engine/lab/query.ts');
const { raceLanes } = await importTs('src/engine/train/lanes.ts');
const { createTrainer, CLIP_NORM } = await importTs('src/engine/train/trainer.ts');
const { sourceOf } = await importTs('src/engine/train/examples.ts');
const { loadInputs } = await importTs('src/engine/data/generate.ts');
const { ACTIVATION_IDS } = await importTs('src/engine/types.ts');
const kernels = await createKernels();
await loadInputs(['digits']);

const STEPS = 20;
/** For float32 against float64 over 20 steps, relative to the root mean square of the compared values. */
const TOLERANCE = 2e-4;

const NET = 'lane=he_normal&depth=3&width=16&input=moons&lr=0.1&train_batch=16';
const CASES = [
  ...ACTIVATION_IDS.map((act) => `${NET}&act=${act}`),
  `${NET}&act=tanh&momentum=0.9`,
  `${NET}&act=tanh&rescue=batch_norm`,
  `${NET}&act=tanh&rescue=residual`,
  `${NET}&act=tanh&norm=layer`,
  `${NET}&act=tanh&depth=5&block=residual2&branch=1/sqrt(2L)`,
  `${NET}&act=silu&depth=5&block=residual2&branch=fixup&norm=layer&momentum=0.5`,
  `${NET}&act=tanh&block=residual1&branch=0&norm=batch`,
  `${NET}&act=tanh&depth=5&block=residual2&branch=0&head=random_normal(std=0.05)`,
  'net=conv&input=digits&lane=he_normal&depth=3&width=4&lr=0.05&train_batch=8&norm=layer&block=residual2&branch=0.5',
  `${NET}&act=relu&rescue=clip&lr=1`,
  `${NET}&act=relu&rescue=batch_norm,residual,clip&momentum=0.5`,
  'lane=xavier_uniform&act=tanh&depth=2&width=24&input=shapeset&lr=0.01&bias=random_normal(std=0.1)',
  // No hidden layer: softmax regression from zero and from random weights.
  'lane=zeros&depth=0&input=blobs&lr=0.5&train_batch=16',
  'lane=he_normal&depth=0&input=shapeset&lr=0.05&momentum=0.9&rescue=batch_norm,residual,clip',
  'net=conv&input=digits&lane=he_normal&depth=3&width=4&lr=0.05&train_batch=8',
  'net=conv&input=digits&lane=xavier_normal&act=tanh&depth=3&width=4&lr=0.01&train_batch=8&padding=circular&kernel=5&momentum=0.9',
  'net=conv&input=digits&lane=he_normal&depth=3&width=4&lr=0.05&train_batch=8&rescue=batch_norm,residual,clip&kernel=1',
  'lane=constant(value=0.5)&act=sigmoid&depth=2&width=8&input=blobs&lr=0.5&nudge=1,2,1,0.1',
];

function trained(query) {
  const [config] = raceLanes(parseQuery(query, 'race')).lanes;
  const { experiment, train } = config;
  const mark = kernels.mark();
  const trainer = createTrainer(config, kernels);
  const list = (tensor) => [...kernels.view(tensor)];
  const weights = () => trainer.network.layers.map((layer) => list(layer.weights));
  const start = trainer.network.layers.map(({ weights: w, bias, shape }) => ({
    fanIn: shape.fanIn,
    units: shape.units,
    conv: shape.conv,
    inputs: shape.inputs,
    outputs: shape.outputs,
    weights: list(w),
    bias: list(bias),
  }));
  const source = sourceOf(experiment.input, experiment.seed);
  const batches = Array.from({ length: STEPS }, (_, step) => {
    const x = new Float32Array(train.trainBatch * source.features);
    const labels = new Uint8Array(train.trainBatch);
    source.batch(step, x, labels);
    return { x: [...x], labels: [...labels] };
  });
  const losses = Array.from({ length: STEPS }, (_, step) => trainer.step(step));
  const end = weights();
  kernels.release(mark);
  const { act, block, branch, norm } = experiment;
  const given = { act, block, branch, norm, train, clip: CLIP_NORM, start, batches };
  return { given, losses, end };
}

const runs = CASES.map(trained);
const child = spawnSync(python, [fileURLToPath(new URL('train.py', import.meta.url))], {
  input: JSON.stringify(runs.map(({ given }) => given)),
  maxBuffer: 2 ** 28,
  encoding: 'utf8',
});
if (child.status !== 0) throw new Error(child.stderr);
const theirs = JSON.parse(child.stdout);

const rms = (values) => Math.sqrt(values.reduce((sum, x) => sum + x * x, 0) / values.length);
let failures = 0;
CASES.forEach((query, index) => {
  const mine = runs[index];
  const other = theirs[index];
  const lossApart = Math.max(...mine.losses.map((loss, i) => Math.abs(loss - other.losses[i])));
  const apart = Math.max(
    lossApart,
    ...mine.end.map(
      (layer, i) => rms(layer.map((w, k) => w - other.weights[i][k])) / rms(other.weights[i]),
    ),
  );
  const good = apart < TOLERANCE;
  if (!good) failures += 1;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${query}: ${apart.toExponential(1)}`);
});
console.log(`${CASES.length - failures} of ${CASES.length} agree within ${TOLERANCE}`);
process.exit(failures === 0 ? 0 : 1);
