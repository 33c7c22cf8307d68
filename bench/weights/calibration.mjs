/**
 * Is what is called 90 % sure right nine times out of ten? Trains networks of many kinds from rules drawn
 * at random, examines their trained weights, and compares confidence with truth:
 * `node bench/weights/calibration.mjs [--nets 200] [--seed 1]`.
 */
import { parseArgs } from 'node:util';
import { createKernels } from '../../scripts/kernels.mjs';
import { importTs } from '../../scripts/run-ts.mjs';

const { values } = parseArgs({ options: { nets: { type: 'string' }, seed: { type: 'string' } } });
const { parseQuery } = await importTs('src/engine/lab/query.ts');
const { raceLanes } = await importTs('src/engine/train/lanes.ts');
const { loadRace } = await importTs('src/engine/train/results.ts');
const { createTrainer } = await importTs('src/engine/train/trainer.ts');
const { mix } = await importTs('src/engine/rng.ts');
const { identify } = await importTs('src/weightsFile/identify/identify.ts');
const { settleRules } = await importTs('src/weightsFile/findings/trainedFile.ts');
const { layoutsOf } = await importTs('src/weightsFile/measure/layout.ts');
const { summariseTensor } = await importTs('src/weightsFile/measure/summarise.ts');
const { memoryTensor } = await importTs('tests/weightsFile/memoryTensor.ts');
const kernels = await createKernels();

const RULES = [
  'he_normal',
  'he_uniform',
  'xavier_normal',
  'xavier_uniform',
  'pytorch_linear',
  'keras_glorot_normal',
  'lecun_normal',
  'variance_scaling(scale=2)',
  'variance_scaling',
  'he_normal(mode=fan_out)',
];
let counter = mix(Number(values.seed ?? 1));
const draw = (list) => {
  counter = mix((counter + 0x9e3779b9) >>> 0);
  return list[counter % list.length];
};

const rows = [];
for (let net = 0; net < Number(values.nets ?? 200); net += 1) {
  const rule = draw(RULES);
  const steps = draw([100, 300, 1000]);
  const query = `lane=${rule}&act=${draw(['relu', 'tanh', 'gelu'])}&depth=${draw([1, 2, 3, 5])}&width=${draw([16, 32, 64])}&input=${draw(['moons', 'spirals', 'blobs', 'digits', 'shapeset'])}&lr=${draw([0.01, 0.03, 0.1])}&momentum=${draw([0, 0.9])}&steps=${steps}&seed=${net + 1}`;
  const { lanes } = raceLanes(parseQuery(query));
  await loadRace(lanes);
  const mark = kernels.mark();
  const trainer = createTrainer(lanes[0], kernels);
  for (let step = 0; step < steps; step += 1) trainer.step(step);
  const tensors = trainer.network.layers.flatMap(({ weights, bias, shape }, i) => [
    memoryTensor(
      `${i}.weight`,
      [shape.units, shape.fanIn],
      Float32Array.from(kernels.view(weights)),
    ),
    memoryTensor(`${i}.bias`, [shape.units], Float32Array.from(kernels.view(bias))),
  ]);
  const layouts = layoutsOf(tensors, 'pytorch', null);
  const examined = [];
  for (const [i, tensor] of tensors.entries()) {
    const summary = await summariseTensor(tensor, layouts[i], { onBytes: () => undefined });
    examined.push({ summary, rule: identify(summary) });
  }
  for (const { summary, rule: found } of settleRules(examined)) {
    const { count } = summary.numbers;
    if (found === null || count < 128 || !summary.name.endsWith('weight')) continue;
    rows.push({ ...found, right: found.names.includes(rule), rule, count });
  }
  kernels.release(mark);
}

const EDGES = [0, 0.4, 0.6, 0.75, 0.85, 0.95, 0.99, 1.0001];
for (const trained of [true, false]) {
  const part = rows.filter((row) => row.trained === trained);
  console.log(`${trained ? 'moved by training' : 'read as drawn'}: ${part.length} tensors`);
  for (let i = 0; i + 1 < EDGES.length; i += 1) {
    const inside = part.filter((r) => r.confidence >= EDGES[i] && r.confidence < EDGES[i + 1]);
    if (inside.length === 0) continue;
    const mean = inside.reduce((sum, r) => sum + r.confidence, 0) / inside.length;
    const right = inside.filter((r) => r.right).length / inside.length;
    console.log(
      `  said ${(100 * mean).toFixed(1)} %: right ${(100 * right).toFixed(1)} % of ${inside.length}`,
    );
  }
}
const wrong = new Map();
for (const r of rows.filter((row) => !row.right && row.confidence > 0.85)) {
  const key = `${r.rule} -> ${r.initializer} (${r.trained ? 'moved' : 'drawn'})`;
  wrong.set(key, (wrong.get(key) ?? 0) + 1);
}
for (const [key, times] of [...wrong].sort((a, b) => b[1] - a[1]).slice(0, 12))
  console.log(`  ${times} x ${key}`);
