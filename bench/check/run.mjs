/** Compares the engine with NumPy: `node bench/check/run.mjs`. Needs python3 with NumPy; skipped if not found. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createKernels } from '../../scripts/kernels.mjs';
import { importTs } from '../../scripts/run-ts.mjs';
import { EXPERIMENTS, NETWORKS, ROUNDING, SEEDS } from './cases.mjs';

const python = process.env.PYTHON ?? 'python3';
if (spawnSync(python, ['-c', 'import numpy']).status !== 0) {
  console.log(`skipped: ${python} with NumPy was not found (set PYTHON to another interpreter)`);
  process.exit(0);
}

const { parseQuery } = await importTs('src/engine/lab/query.ts');
const { laneConfig } = await importTs('src/engine/lab/lab.ts');
const { clampConfig } = await importTs('src/engine/lab/config.ts');
const { runLab } = await importTs('src/engine/experiment/runLane.ts');
const { planOf } = await importTs('src/engine/passes/plan.ts');
const { passes } = await importTs('src/engine/passes/passes.ts');
const { stream } = await importTs('src/engine/rng.ts');
const { labBatch } = await importTs('src/engine/data/generate.ts');
const { activation } = await importTs('src/engine/rules/activations.ts');
const { fileConfig } = await importTs('src/engine/experiment/results.ts');
const kernels = await createKernels();

function configOf(query) {
  const { lab, notices } = parseQuery(query);
  if (notices.length > 0) throw new Error(`${query}: ${JSON.stringify(notices)}`);
  return clampConfig(laneConfig(lab, lab.lanes[0])).value;
}

function ours(query, seed) {
  const [{ layers }] = runLab(parseQuery(`${query}&seed=${seed}`).lab, kernels, () => 0);
  return layers.map((layer) => ({
    activationMean: layer.activations.mean,
    activationStd: layer.activations.std,
    zero: layer.activations.zero,
    preActivationStd: layer.preActivations.std,
    gradientStd: layer.gradients.std,
    weightGradientStd: layer.weightGradients.std,
  }));
}

/** One run in float64: its input to NumPy, and all values it computed. */
function network(query) {
  const config = configOf(`${query}&precision=float64`);
  const list = (tensor) => [...kernels.view(tensor)];
  const layers = [];
  const found = { z: [], h: [], dz: [], dw: [], loss: null };
  let x = [];
  for (const pass of passes(planOf(config), kernels, { weightGradients: true })) {
    if (pass.type === 'input') x = list(pass.x);
    if (pass.type === 'forward') {
      const { units, conv } = pass.plan;
      layers.push({ units, conv, weights: list(pass.weights), bias: list(pass.bias) });
      found.z.push(list(pass.z));
      found.h.push(list(pass.h));
    }
    if (pass.type === 'backward') {
      found.dz.unshift(list(pass.dz));
      found.dw.unshift(list(pass.dWeights));
    }
    if (pass.type === 'end') found.loss = pass.loss;
  }
  const labels = labBatch(config.input, config.seed, config.batch)?.labels ?? null;
  let dOut = null;
  if (labels === null) {
    const mark = kernels.mark();
    const tensor = kernels.allocate(found.z.at(-1).length, 'f64');
    kernels.fillNormal(tensor, stream(config.seed, 0, 'outputGradient'), 0, 1);
    dOut = list(tensor);
    kernels.release(mark);
  }
  const { act, batch, block, branch, norm } = config;
  const output = layers.length > config.depth;
  const net = { block, branch, norm, output };
  return { given: { act, batch, ...net, x, layers, dOut, labels: labels && [...labels] }, found };
}

const grid = Array.from({ length: 401 }, (_, i) => -10 + i / 20);
const networks = NETWORKS.map(network);
const functions = [...new Map(networks.map(({ given }) => [given.act.id, given.act])).values()];
const request = {
  seeds: SEEDS,
  experiments: EXPERIMENTS.map((query) => {
    const config = configOf(query);
    return { config: { ...config, in: fileConfig(config).in } };
  }),
  networks: networks.map(({ given }) => given),
  functions: functions.map((act) => ({ act, x: grid })),
  rounding: ROUNDING,
};
const child = spawnSync(python, [fileURLToPath(new URL('check.py', import.meta.url))], {
  input: JSON.stringify(request),
  maxBuffer: 2 ** 28,
  encoding: 'utf8',
});
if (child.status !== 0) throw new Error(child.stderr);
const theirs = JSON.parse(child.stdout);
console.log(`NumPy ${theirs.numpy}, kernels: ${kernels.build}`);

let failures = 0;
function report(good, name, detail) {
  if (!good) failures += 1;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name}: ${detail}`);
}

const mean = (values) => values.reduce((sum, x) => sum + x, 0) / values.length;
const errorOf = (values) => {
  const centre = mean(values);
  return Math.sqrt(
    values.reduce((s, x) => s + (x - centre) ** 2, 0) / (values.length - 1) / values.length,
  );
};
/**
 * The difference of two means in standard errors. float32 may differ from float64 by one part in 10⁴, or by
 * 10⁻⁹ if values that are equal in theory differ by rounding errors.
 */
function apart(a, b) {
  const slack = 1e-4 * Math.max(Math.abs(mean(a)), Math.abs(mean(b))) + 1e-9;
  const rest = Math.max(0, Math.abs(mean(a) - mean(b)) - slack);
  return rest === 0 ? 0 : rest / Math.hypot(errorOf(a), errorOf(b));
}

/** Five standard errors, for about 600 comparisons; the distribution for 24 seeds has heavier tails than the normal. */
const MAX_APART = 5;
EXPERIMENTS.forEach((query, index) => {
  const mine = Array.from({ length: SEEDS }, (_, seed) => ours(query, seed));
  const other = theirs.experiments[index];
  let worst = { value: 0, name: 'equal' };
  mine[0].forEach((row, layer) => {
    for (const name of Object.keys(row)) {
      const pick = (runs) => runs.map((layers) => layers[layer][name]);
      const value = apart(pick(mine), pick(other));
      if (value > worst.value) worst = { value, name: `${name} of layer ${layer + 1}` };
    }
  });
  report(
    worst.value < MAX_APART,
    query,
    `${worst.value.toFixed(1)} standard errors (${worst.name})`,
  );
});

/** The largest absolute difference, relative to the largest absolute value in either list. */
function difference(a, b) {
  const size = Math.max(...a.map(Math.abs), ...b.map(Math.abs), 1e-300);
  return Math.max(...a.map((value, i) => Math.abs(value - b[i]))) / size;
}

networks.forEach(({ found }, index) => {
  const other = theirs.networks[index];
  const worst = Math.max(
    ...['z', 'h', 'dz', 'dw'].flatMap((key) =>
      found[key].map((a, i) => difference(a, other[key][i])),
    ),
    found.loss === null ? 0 : Math.abs(found.loss / other.loss - 1),
  );
  report(worst < 1e-12, NETWORKS[index], `same numbers to ${worst.toExponential(1)}`);
});

functions.forEach((act, index) => {
  const { f, df } = activation(act.id).curve(act.params);
  const worst = Math.max(
    difference(
      grid.map((x) => f(x)),
      theirs.functions[index].f,
    ),
    difference(
      grid.map((x) => df(x)),
      theirs.functions[index].df,
    ),
  );
  report(worst < 1e-14, `f and f′ of ${act.id}`, `same numbers to ${worst.toExponential(1)}`);
});

for (const precision of ['float16', 'bfloat16']) {
  const tensor = kernels.allocate(ROUNDING.length, 'f32');
  kernels.view(tensor).set(ROUNDING);
  kernels.round(tensor, precision);
  const value = (text) =>
    text.includes('inf') ? Number(text.replace('inf', 'Infinity')) : Number(text);
  const wrong = [...kernels.view(tensor)].filter(
    (x, i) => x !== value(theirs.rounded[precision][i]),
  );
  report(
    wrong.length === 0,
    `rounding to ${precision}`,
    `${wrong.length} of ${ROUNDING.length} differ`,
  );
}

console.log(failures === 0 ? 'all agree' : `${failures} disagree`);
process.exit(failures === 0 ? 0 : 1);
