/**
 * A file of weights, looked through without a browser: `npm run -s weights -- FILE [--axes out-in|in-out]`.
 * Prints the results file on stdout and nothing else there.
 */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { fileSource } from './fileSource.mjs';
import { importTs } from './run-ts.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { axes: { type: 'string' } },
});
const [path] = positionals;
if (path === undefined || ![undefined, 'out-in', 'in-out'].includes(values.axes)) {
  console.error('usage: npm run -s weights -- FILE [--axes out-in|in-out]');
  process.exit(2);
}

const { examine } = await importTs('src/weightsFile/examine.ts');
const { weightsFile } = await importTs('src/weightsFile/results.ts');

try {
  const handle = await open(path);
  const steps = examine(await fileSource(handle), basename(path), values.axes ?? null);
  let step = await steps.next();
  while (!step.done) step = await steps.next();
  process.stdout.write(`${JSON.stringify(weightsFile(step.value))}\n`);
  await handle.close();
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : String(problem));
  process.exitCode = 1;
}
