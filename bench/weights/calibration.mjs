/**
 * Is a rule reported with 90 % confidence right nine times out of ten? Trains networks of many kinds from random
 * rules, examines their weights, and compares confidence with accuracy:
 * `node bench/weights/calibration.mjs [--family tuning|held-out] [--nets 160]`.
 * Constants are chosen with the family `tuning` only; the other shares nothing with it except the rules. Exits with
 * code 1 if the answers with a confidence of 85 to 95 % are right more or less often than that.
 */
import { parseArgs } from 'node:util';
import { createKernels } from '../../scripts/kernels.mjs';
import { importTs } from '../../scripts/run-ts.mjs';

const { values } = parseArgs({
  options: { family: { type: 'string' }, nets: { type: 'string' } },
});
const { FAMILIES, judged, trainedNet } = await importTs('tests/weightsFile/trainedNets.ts');
const { reliability } = await importTs('tests/weightsFile/reliability.ts');
const family = values.family ?? 'held-out';
if (!(family in FAMILIES)) throw new Error(`families: ${Object.keys(FAMILIES).join(', ')}`);
const kernels = await createKernels();

const rows = [];
for (let index = 0; index < Number(values.nets ?? 160); index += 1) {
  rows.push(...judged(await trainedNet(family, index, kernels)));
}

const percent = (share) => `${(100 * share).toFixed(1)} %`;
const { bands, logLoss, all } = reliability(rows);
console.log(`${family}: ${rows.length} tensors, log-loss ${logLoss.toFixed(4)}`);
console.log(`  all: said ${percent(all.said)}, right ${percent(all.right)}`);
for (const { said, right, count } of bands) {
  console.log(`  said ${percent(said)}: right ${percent(right)} of ${count}`);
}
const wrong = new Map();
for (const { rule, said } of rows.filter((row) => !row.right && row.confidence > 0.85)) {
  const key = `${rule} -> ${said}`;
  wrong.set(key, (wrong.get(key) ?? 0) + 1);
}
for (const [key, times] of [...wrong].sort((a, b) => b[1] - a[1]).slice(0, 12))
  console.log(`    ${times} x ${key}`);
const ninety = bands.find(({ said }) => said > 0.85 && said < 0.95);
process.exitCode = ninety === undefined || ninety.right < 0.85 || ninety.right > 0.95 ? 1 : 0;
