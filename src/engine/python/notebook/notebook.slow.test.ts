import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { createKernels } from '../../../../scripts/kernels.mjs';
import { loadInputs } from '../../data/generate.ts';
import { SKLEARN } from '../../../../tests/sklearn.ts';
import { clampConfig } from '../../lab/config.ts';
import { laneConfig } from '../../lab/lab.ts';
import { parseQuery } from '../../lab/query.ts';
import { spread } from '../../passes/layerSpread.ts';
import { ACTIVATION_IDS } from '../../types.ts';
import type { ExperimentConfig } from '../../types.ts';
import { LSUV_MAX_STEPS, LSUV_TOLERANCE } from '../../weights/lsuv.ts';
import { experimentNotebook, notebookText } from './notebook.ts';

const WORDS = {
  title: 'Init Lab',
  about: 'About "quotes" and \\ backslashes.',
  citation: '<https://example.org/#/lab?lane=he_normal>',
  experiment: 'The experiment',
  numpy: 'NumPy',
  torch: 'PyTorch',
};

function configsOf(query: string): readonly ExperimentConfig[] {
  const { lab } = parseQuery(query);
  return lab.lanes.map((lane) => clampConfig(laneConfig(lab, lane)).value);
}

const SIZE = 'depth=3&width=32&batch=64';
const queries: readonly string[] = [
  ...[0, 6, 12, 18].map((from) => {
    const lanes = INITIALIZER_IDS.slice(from, from + 6).map((id) => `lane=${id}`);
    return `${lanes.join('&')}&${SIZE}&act=tanh`;
  }),
  ...[0, 5].map((from) => {
    const lanes = ACTIVATION_IDS.slice(from, from + 5).map((id) => `lane=he_normal;act=${id}`);
    return `${lanes.join('&')}&${SIZE}`;
  }),
  ...['random_normal(std=0.3)', 'pytorch_linear', 'constant(value=0.1)', 'lsuv', 'orthogonal'].map(
    (bias) => `lane=xavier_uniform(gain=1.5);act=elu(alpha=0.5)&bias=${bias}&${SIZE}&in=20&out=7`,
  ),
  `lane=variance_scaling(scale=2,mode=fan_avg,distribution=uniform)&lane=variance_scaling(scale=2,mode=fan_out,distribution=normal)&lane=he_uniform(mode=fan_out,slope=0.3)&lane=sparse(sparsity=0.3,std=0.2)&${SIZE}&in=16&input=uniform`,
  `lane=he_normal;precision=float16&lane=he_normal;precision=bfloat16&lane=he_normal;precision=float64&lane=random_normal(mean=1,std=9);precision=float16&${SIZE}`,
  ...['circle', 'moons', 'spirals', 'xor', 'blobs'].map(
    (input) => `lane=he_normal&input=${input}&${SIZE}&batch=450`,
  ),
  `lane=lsuv;bias=random_normal(std=0.7)&lane=lsuv;bias=random_normal(std=0.3)&${SIZE}&act=tanh`,
  'lane=xavier_normal&input=shapeset&act=tanh&depth=2&width=32&batch=100',
  'lane=he_normal&input=digits&depth=2&width=32&batch=1500',
  `lane=he_normal&lane=he_normal;branch=0.5&lane=he_normal;branch=0&lane=he_normal;branch=1/sqrt(2L)&block=residual1&depth=5&width=32&batch=64`,
  `lane=he_normal&lane=lecun_normal;branch=fixup&lane=he_normal;norm=batch&lane=he_normal;norm=layer;branch=1/sqrt(L)&block=residual2&act=tanh&depth=7&width=24&batch=64&in=8&out=5`,
  `lane=he_normal;norm=batch&lane=he_normal;norm=layer&lane=lsuv;norm=batch&lane=he_normal;norm=batch;precision=float16&act=gelu&depth=4&width=32&batch=48`,
  `lane=he_normal;head=random_normal(std=0.01)&lane=he_normal;head=zeros&lane=xavier_uniform;head=orthogonal&input=blobs&input_mean=128&input_std=74&${SIZE}`,
  `net=conv&lane=he_normal;block=residual1&lane=he_normal;norm=batch&lane=he_normal;norm=layer;block=residual2;branch=0.5&head=sparse(sparsity=0.3,std=0.1)&depth=4&width=6&in=3&out=4&batch=16`,
  'lane=he_normal&backward=0&depth=2&width=16&batch=16',
  'net=conv&lane=he_normal&lane=orthogonal;act=tanh&lane=identity(gain=0.5)&lane=sparse(sparsity=0.4,std=0.3)&lane=lsuv&lane=xavier_uniform;padding=circular;kernel=5&depth=2&width=6&in=3&batch=16',
  'net=conv&lane=he_normal(mode=fan_out)&lane=he_normal;padding=circular&lane=pytorch_linear;net=dense&input=digits&depth=2&width=6&batch=40',
  'net=conv&lane=he_uniform&bias=random_normal(std=0.2)&kernel=1&depth=2&width=6&in=3&out=4&batch=16&padding=circular',
];

const sourceOf = (
  query: string,
): readonly (readonly [id: string, kind: string, text: string])[] => {
  const notebook: unknown = JSON.parse(notebookText(experimentNotebook(configsOf(query), WORDS)));
  const { cells } = notebook as ReturnType<typeof experimentNotebook>;
  return cells.map(({ id, cell_type: kind, source }) => [id, kind, source.join('')]);
};

test.each(queries)('the notebook of %s is valid nbformat 4.5', (query) => {
  const notebook = experimentNotebook(configsOf(query), WORDS);
  expect(notebook).toMatchObject({ nbformat: 4, nbformat_minor: 5 });
  expect(notebook.metadata['kernelspec']).toMatchObject({ name: 'python3' });
  const ids = notebook.cells.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const cell of notebook.cells) {
    expect(cell.id).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
    expect(cell.source.length).toBeGreaterThan(0);
    expect(cell.source.slice(0, -1).every((line) => line.endsWith('\n'))).toBe(true);
    expect('outputs' in cell).toBe(cell.cell_type === 'code');
  }
});

test('both halves scale LSUV as often as the page, until the variance is within its tolerance', () => {
  const cells = sourceOf(`lane=lsuv;bias=random_normal(std=0.7)&${SIZE}`);
  for (const id of ['run-numpy', 'run-torch']) {
    const text = cells.find(([cell]) => cell === id)?.[2] ?? '';
    expect(text, id).toContain(`for _ in range(${LSUV_MAX_STEPS}):`);
    expect(text, id).toContain(`abs(variance - 1) < ${LSUV_TOLERANCE}`);
  }
});

/** Runs the cells before the plots; stds as text, for NaN. */
const DRIVER = `
import ast, json, sys
${SKLEARN}
request = json.load(sys.stdin)
answer = []
for cells, lanes, seeds in request["runs"]:
    space = {}
    for id, kind, text in cells:
        if kind != "code":
            continue
        ast.parse(text)
        if "torch" not in id and "plot" not in id:
            exec(text, space)
    assert len(space["LANES"]) == lanes
    row = []
    for lane in space["LANES"]:
        runs = [space["run_numpy"](lane | {"seed": seed}) for seed in range(seeds)]
        row.append([{k: [str(v) for v in run[k]] for k in ("h", "dz")} for run in runs])
    answer.append(row)
json.dump(answer, sys.stdout)
`;
import { INITIALIZER_IDS } from '../../rules/initializer.ts';

const numpy = ['python3', 'python'].find(
  (name) => spawnSync(name, ['-c', 'import numpy'], { timeout: 30_000 }).status === 0,
);
const SEEDS = 16;
beforeAll(() => loadInputs(['digits']));

function mine(config: ExperimentConfig, seed: number): Record<'h' | 'dz', readonly number[]> {
  const run = spread({ ...config, seed }, kernels);
  let step = run.next();
  while (step.done !== true) step = run.next();
  return { h: step.value.activationStd, dz: step.value.gradientStd ?? [] };
}

const kernels = await createKernels();

const mean = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / values.length;
/** Of the mean, squared. */
const error2 = (values: readonly number[]): number => {
  const centre = mean(values);
  const squares = values.reduce((sum, x) => sum + (x - centre) ** 2, 0);
  return squares / (values.length - 1) / values.length;
};

describe.skipIf(numpy === undefined)('in NumPy', () => {
  test('gives the spread of every layer that the engine gives', { timeout: 300_000 }, () => {
    const runs = queries.map((query) => [sourceOf(query), configsOf(query).length, SEEDS]);
    const child = spawnSync(numpy ?? '', ['-c', DRIVER], {
      input: JSON.stringify({ runs }),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      // The matrices are too small for more threads.
      env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
    });
    expect(child.stderr).toBe('');
    const answer = JSON.parse(child.stdout) as Record<'h' | 'dz', string[]>[][][];
    let compared = 0;
    queries.forEach((query, q) => {
      configsOf(query).forEach((config, lane) => {
        const ours = Array.from({ length: SEEDS }, (_, seed) => mine(config, seed));
        const theirs = answer[q]![lane]!;
        for (const key of ['h', 'dz'] as const) {
          expect(theirs[0]![key], `${query} ${key}`).toHaveLength(ours[0]![key].length);
          ours[0]![key].forEach((_, layer) => {
            const a = ours.map((run) => run[key][layer]!);
            const b = theirs.map((run) => Number(run[key][layer]));
            if (a.some(Number.isNaN) || b.some(Number.isNaN)) {
              expect(a.every(Number.isNaN)).toBe(b.every(Number.isNaN));
              return;
            }
            // Five standard errors of the difference, and what float32 rounds.
            const room = 5 * Math.sqrt(error2(a) + error2(b));
            const slack = 2e-4 * Math.max(mean(a), mean(b)) + 1e-9;
            const apart = Math.abs(mean(a) - mean(b));
            expect(
              apart,
              `${query}, lane ${lane}, ${key} of layer ${layer + 1}: ${mean(a)} ${mean(b)}`,
            ).toBeLessThanOrEqual(room + slack);
            compared += 1;
          });
        }
      });
    });
    expect(compared).toBeGreaterThan(200);
  });
});
