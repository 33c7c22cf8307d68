/**
 * Examines a weight file, or compares several checkpoints of one run, without a browser:
 * `npm run -s weights -- FILE… [--spectra] [--by name|time] [--axes out-in|in-out]`.
 * Prints only the results file to stdout.
 */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { fileSource } from './fileSource.mjs';
import { importTs } from './run-ts.mjs';

const USAGE =
  'usage: npm run -s weights -- FILE… [--spectra] [--by name|time] [--axes out-in|in-out]\n' +
  '  several files: checkpoints of one run, in the order of their names or dates\n' +
  '  --spectra: singular values against the edge of Marchenko and Pastur; seconds for a large matrix';

/** The parsed command line; `null` if it is invalid. */
function asked() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        axes: { type: 'string' },
        by: { type: 'string' },
        spectra: { type: 'boolean' },
      },
    });
    const { axes = null, by = null, spectra = false } = values;
    const known = [null, 'out-in', 'in-out'].includes(axes) && [null, 'name', 'time'].includes(by);
    return known && positionals.length > 0 ? { paths: positionals, axes, by, spectra } : null;
  } catch {
    return null;
  }
}

const [{ examine }, { weightsFile }, { allSpectra }, { compareCheckpoints }, order, words] =
  await Promise.all(
    [
      'weightsFile/examine.ts',
      'weightsFile/results.ts',
      'weightsFile/spectrum/allSpectra.ts',
      'weightsFile/run/compareCheckpoints.ts',
      'weightsFile/run/checkpointOrder.ts',
      'i18n/weights/en.ts',
    ].map((path) => importTs(`src/${path}`)),
  );

/** The error message, in the page's words if a reader rejected the file. */
function sentence(problem) {
  if (!(problem instanceof Error)) return String(problem);
  const { weightsEn } = words;
  const said = weightsEn.failures[problem.failure];
  if (said === undefined) return problem.message;
  return problem.detail === '' ? said : `${said} ${weightsEn.detail(problem.detail)}`;
}

async function last(steps, onStep = () => undefined) {
  let step = await steps.next();
  for (; !step.done; step = await steps.next()) onStep(step.value);
  return step.value;
}

/** Opens the files; those with the same name are named by their paths. */
async function opened(paths) {
  const names = paths.map((path) => basename(path));
  return Promise.all(
    paths.map(async (path, i) => {
      const handle = await open(path);
      const { mtimeMs } = await handle.stat();
      const isAlone = names.indexOf(names[i]) === names.lastIndexOf(names[i]);
      const name = isAlone ? names[i] : path;
      return { handle, source: await fileSource(handle), name, lastModified: mtimeMs };
    }),
  );
}

async function results({ paths, axes, by: given, spectra: withSpectra }) {
  const files = await opened(paths);
  const by = given ?? (order.namesTell(files) ? 'name' : 'time');
  const run = order.thinned(order.inOrder(files, by));
  const comparison = run.length > 1 ? await last(compareCheckpoints(run, axes)) : null;
  const read = run.filter(({ name }) => !comparison?.unread.some((each) => each.name === name));
  const file = read.at(-1) ?? run[0];
  const report = await last(examine(file.source, file.name, axes));
  const start = read.length > 1 ? read[0] : null;
  const summaries = report.tensors.map(({ summary }) => summary);
  const spectra = withSpectra
    ? await last(allSpectra(file, start, summaries), (name) => {
        if (process.stderr.isTTY) console.error(name);
      })
    : undefined;
  const more = { name: file.name, spectra, run: comparison ? { by, comparison } : undefined };
  await Promise.all(files.map(({ handle }) => handle.close()));
  return weightsFile(report, more);
}

const request = asked();
if (request === null) {
  console.error(USAGE);
  process.exit(2);
}
try {
  process.stdout.write(`${JSON.stringify(await results(request))}\n`);
} catch (problem) {
  console.error(sentence(problem));
  process.exitCode = 1;
}
