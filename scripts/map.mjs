/**
 * Computes the map of order and chaos, or of trainability, without a browser: `npm run -s map -- 'act=tanh'`,
 * `npm run -s map -- 'kind=trainability&width=32'`. Prints only the results file to stdout; problems with the query
 * go to stderr.
 */
import { createKernels } from './kernels.mjs';
import { importTs } from './run-ts.mjs';

const { parseMap } = await importTs('src/engine/map/mapQuery.ts');
const { chaosFile, trainabilityFile } = await importTs('src/engine/map/mapFile.ts');

const { kind, query } = parseMap((process.argv[2] ?? '').replace(/^.*\?/, ''));
for (const { code, key, given, used } of query.notices) {
  console.error(`${code}: ${key}: ${given}${used === '' ? '' : ` -> ${used}`}`);
}
const file =
  kind === 'chaos'
    ? chaosFile(query.lab.settings.act)
    : await trainabilityFile(query, await createKernels());
process.stdout.write(`${JSON.stringify(file)}\n`);
