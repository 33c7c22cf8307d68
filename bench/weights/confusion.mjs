/**
 * How often is the rule of a fresh layer identified? Draws every rule of the engine's table at every shape with
 * many seeds, and counts how often the reader of weight files names it:
 * `node bench/weights/confusion.mjs [--seeds 50] [--verbose]`.
 */
import { parseArgs } from 'node:util';
import { createKernels } from '../../scripts/kernels.mjs';
import { importTs } from '../../scripts/run-ts.mjs';

const { values } = parseArgs({
  options: { seeds: { type: 'string' }, verbose: { type: 'boolean' } },
});
const seeds = Number(values.seeds ?? 50);
const { drawLayer, freshCases, judgeFresh } = await importTs('tests/weightsFile/fresh.ts');
const kernels = await createKernels();

const SHAPES = [
  [10, 16],
  [16, 10],
  [20, 40],
  [32, 32],
  [64, 16],
  [16, 64],
  [64, 64],
  [128, 64],
  [64, 256],
  [256, 256],
  [10, 512],
];
let failed = false;
for (const [fanOut, fanIn] of SHAPES) {
  let right = 0;
  let total = 0;
  const wrong = new Map();
  for (const rule of freshCases()) {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const weights = drawLayer(kernels, rule, fanOut, fanIn, seed);
      const { found, isRight } = await judgeFresh(weights, rule, fanOut, fanIn);
      total += 1;
      if (isRight) right += 1;
      else {
        const key = `${rule} -> ${found}`;
        wrong.set(key, (wrong.get(key) ?? 0) + 1);
      }
    }
  }
  const share = (100 * right) / total;
  const count = fanOut * fanIn;
  const wanted = count >= 1024 ? 99 : 90;
  failed ||= share < wanted;
  console.log(`${fanOut} x ${fanIn} (${count}): ${share.toFixed(2)} % of ${total}`);
  if (values.verbose) {
    for (const [key, times] of [...wrong].sort((a, b) => b[1] - a[1]).slice(0, 12)) {
      console.log(`    ${times} x ${key}`);
    }
  }
}
process.exitCode = failed ? 1 : 0;
