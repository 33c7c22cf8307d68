/**
 * Checks types, lint, style sheets, formatting and dead code, and runs the fast unit tests; run it before a commit.
 * `node scripts/check.mjs types` checks the types alone.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildKernels } from './build-kernels.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const TYPES = ['engine', 'worker', 'app', 'node'].map((name) => [
  `types (${name})`,
  ['tsc', '-p', `tsconfig.${name}.json`],
]);
const STATIC = [
  ...TYPES,
  ['style sheets', ['stylelint', 'src/**/*.css']],
  ['lint', ['oxlint', '--type-aware', '--deny-warnings']],
  ['format', ['prettier', '--check', '--cache', '--log-level', 'warn', '.']],
  ['dead code', ['knip']],
];

/** Runs a tool from node_modules; resolves to its exit code and output. */
export function tool([name, ...words], { live = false, env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules/.bin', name), words, {
      cwd: root,
      env,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    const keep = (chunk) => {
      printed += chunk;
      if (live) process.stdout.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('close', (code) => resolve({ code: code ?? 1, printed }));
  });
}

async function step([name, words]) {
  const { code, printed } = await tool(words);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name}`);
  if (code !== 0) console.log(printed);
  return code === 0;
}

/** Runs the steps two at a time; resolves to true if all passed. */
async function steps(list) {
  const waiting = [...list];
  let passed = true;
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      passed = (await step(next)) && passed;
    }
  };
  await Promise.all([lane(), lane()]);
  return passed;
}

/** Tests of the lesson's claims, with Python, or with long training; they take minutes, the others seconds. */
const SLOW = '**/*.slow.test.ts';

/** Runs all checks; resolves to the result and the output of the unit tests. */
export async function check({ slow }) {
  await buildKernels();
  // In parallel with the tests, whose workers are often idle while Vite transforms modules.
  const [units, passed] = await Promise.all([
    tool(['vitest', 'run', ...(slow ? [] : ['--exclude', SLOW])], { live: true }),
    steps(STATIC),
  ]);
  return { passed: passed && units.code === 0, printed: units.printed };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const passed =
    process.argv[2] === 'types' ? await steps(TYPES) : (await check({ slow: false })).passed;
  process.exit(passed ? 0 : 1);
}
