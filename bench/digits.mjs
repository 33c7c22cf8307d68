/**
 * Runs target D3 (docs/targets.md) with twenty seeds, since three are too few: 22 convolutional layers of 16 channels
 * on the digits, with He, Xavier and PyTorch's default. Uses one process per core; prints each run as it ends, then
 * the bands.
 *
 *     node bench/digits.mjs [--seeds 20] [--steps 1000] [--lanes he_normal,xavier_normal,pytorch_linear] [--write]
 *
 * `--write` writes the bands to docs/digits.md.
 */
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    steps: { type: 'string', default: '1000' },
    lanes: { type: 'string', default: 'he_normal,xavier_normal,pytorch_linear' },
    write: { type: 'boolean', default: false },
  },
});
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const SETTINGS =
  'net=conv&input=digits&depth=22&width=16&kernel=3&padding=zero&act=relu&lr=0.01&train_batch=32';
const lanes = values.lanes.split(',');
/** Node 20 needs a flag for relaxed SIMD; later versions, like browsers, do not. */
const RELAXED = process.versions.node.startsWith('20.') ? ['--experimental-wasm-relaxed-simd'] : [];

const jobs = Array.from({ length: Number(values.seeds) }, (_, i) =>
  lanes.map((lane) => ({ lane, seed: i + 1 })),
).flat();

/** Starts a process that takes jobs from the list until none is left; appends outcomes to `done`. */
function runJobs(done) {
  return new Promise((resolve, reject) => {
    const child = fork(path('digitsRun.mjs'), { execArgv: RELAXED });
    let job;
    child.on('message', (outcome) => {
      if (outcome !== 'ready') {
        console.log(job.lane, 'seed', job.seed, JSON.stringify(outcome));
        done.push({ ...job, ...outcome });
      }
      job = jobs.shift();
      if (job === undefined) child.disconnect();
      else child.send(`${SETTINGS}&steps=${values.steps}&seed=${job.seed}&lane=${job.lane}`);
    });
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a run ended: ${code}`)),
    );
  });
}

const runs = [];
await Promise.all(Array.from({ length: availableParallelism() }, () => runJobs(runs)));

/** The smallest, median and largest of the numbers, formatted by `print`. */
function band(numbers, print) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)].map(print).join(' / ');
}
const steps = (step) => (step === Infinity ? 'never' : String(step));
const percent = (share) => `${(100 * share).toFixed(1)} %`;

const rows = lanes.map((lane) => {
  const own = runs.filter((run) => run.lane === lane);
  const column = (key) => own.map((run) => run[key]);
  return [
    lane,
    `${own.filter(({ learnedAt }) => learnedAt !== null).length} of ${own.length}`,
    band(
      column('learnedAt').map((step) => step ?? Infinity),
      steps,
    ),
    band(column('best'), percent),
    band(column('accuracy'), percent),
    band(column('loss'), (loss) => loss.toPrecision(5)),
    band(column('gradient'), (gradient) => gradient.toExponential(1)),
  ];
});
const HEAD = [
  'start',
  'learned',
  'at step',
  'best accuracy',
  'accuracy at the end',
  'loss at the end',
  'mean &#124;dC/dW¹&#124; at step 0',
];
const table = [HEAD, HEAD.map(() => '---'), ...rows]
  .map((row) => `| ${row.join(' | ')} |`)
  .join('\n');
console.log(table);
if (values.write) {
  writeFileSync(
    path('../docs/digits.md'),
    `# ${values.seeds} seeds of 22 convolutional layers on digits

Written by \`node bench/digits.mjs --write\`; the tests hold one short run to the bands of D3 in [targets.md](targets.md). Every start runs from seeds 1 to ${values.seeds}, ${values.steps} steps each, as the page does with
\`${SETTINGS}\`.
A run has learned at the first look, every 50 steps, with 90 % of the 360 test pictures right. Smallest / median /
largest of all seeds.

${table}
`,
  );
}
