/**
 * Reproduces the papers' numbers without a browser: `npm run -s papers [-- ID …] [--kernels reference]`. Prints only
 * the results file to stdout; progress goes to stderr. `--document` prints docs/targets.md instead.
 */
import { parseArgs } from 'node:util';
import { createKernels } from './kernels.mjs';
import { importTs } from './run-ts.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kernels: { type: 'string' }, document: { type: 'boolean' } },
});
if (values.document) {
  const { targetsDocument } = await importTs('scripts/targetsDocument.ts');
  process.stdout.write(targetsDocument());
  process.exit(0);
}
const { TARGETS, targetOf } = await importTs('src/engine/targets/targets.ts');
const { measureTarget, targetBadge } = await importTs('src/engine/targets/target.ts');
const { papersFile } = await importTs('src/engine/targets/papersFile.ts');
const { loadInputs } = await importTs('src/engine/data/generate.ts');

const unknown = positionals.filter((id) => targetOf(id) === null);
if (unknown.length > 0) {
  console.error(`no row ${unknown.join(', ')}; there are ${TARGETS.map(({ id }) => id).join(' ')}`);
  process.exit(2);
}
const wanted = positionals.length === 0 ? TARGETS : positionals.map(targetOf);
const kernels = await createKernels(values.kernels);
await loadInputs(wanted.flatMap(({ inputs = [] }) => inputs));
const rows = [];
for (const target of wanted) {
  const start = performance.now();
  const measured = measureTarget(target, { kernels, seeds: target.seeds });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.error(`${target.id}: ${targetBadge(target, measured)} (${seconds} s)`);
  rows.push([target, measured]);
}
process.stdout.write(`${JSON.stringify(papersFile(rows))}\n`);
