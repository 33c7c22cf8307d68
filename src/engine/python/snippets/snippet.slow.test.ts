import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { clampConfig, DEFAULT_LAB } from '../../lab/config.ts';
import { laneConfig } from '../../lab/lab.ts';
import { parseQuery } from '../../lab/query.ts';
import { sharedDomains } from '../../lab/domains.ts';
import { runLane } from '../../experiment/runLane.ts';
import { ACTIVATION_IDS } from '../../types.ts';
import type { ExperimentConfig } from '../../types.ts';
import { createKernels } from '../../../../scripts/kernels.mjs';
import { SKLEARN } from '../../../../tests/sklearn.ts';
import { loadInputs } from '../../data/generate.ts';
import { initializerCode, snippet, SNIPPET_LIBRARIES } from './snippet.ts';
import type { SnippetLibrary } from './snippet.ts';

const SIZE = 'depth=3&width=48&batch=64&in=32';
const QUERIES: readonly string[] = [
  ...INITIALIZER_IDS.map((id) => `lane=${id}&act=tanh&${SIZE}`),
  ...ACTIVATION_IDS.map((id) => `lane=he_normal&act=${id}&${SIZE}`),
  ...['random_normal(std=0.3)', 'pytorch_linear', 'constant(value=0.1)', 'lsuv', 'orthogonal'].map(
    (bias) => `lane=xavier_uniform(gain=1.5);act=elu(alpha=0.5)&bias=${bias}&${SIZE}&out=7`,
  ),
  `lane=variance_scaling(scale=2,mode=fan_avg,distribution=uniform)&${SIZE}`,
  `lane=variance_scaling(scale=2,mode=fan_out,distribution=normal)&${SIZE}`,
  `lane=he_uniform(mode=fan_out,slope=0.3);act=leaky_relu(slope=0.3)&${SIZE}`,
  `lane=sparse(sparsity=0.3,std=0.2)&${SIZE}`,
  `lane=random_uniform(min=0.2,max=-0.1)&${SIZE}`,
  `lane=lsuv&bias=random_normal(std=0.7)&act=tanh&${SIZE}`,
  `lane=random_normal(mean=0.01,std=0.1)&depth=1&width=64&batch=64&in=2`,
];

const CONV = 'net=conv&depth=2&width=6&batch=24&in=3';
/** Same programs, of convolutions; most of them in NumPy as well. */
const CONV_QUERIES: readonly string[] = [
  ...INITIALIZER_IDS.map((id) => `lane=${id}&act=tanh&${CONV}`),
  `lane=he_normal&padding=circular&kernel=5&${CONV}&out=4`,
  `lane=identity(gain=0.5)&kernel=1&${CONV}`,
  `lane=sparse(sparsity=0.4,std=0.3)&bias=random_normal(std=0.2)&${CONV}`,
  `lane=lsuv&act=gelu&${CONV}&out=3`,
  'lane=xavier_uniform&act=relu&net=conv&depth=2&width=8&input=digits&batch=100',
  'lane=orthogonal&act=tanh&net=conv&depth=2&width=8&input=digits&batch=100&padding=circular',
];

const BLOCKS = 'depth=5&width=48&batch=64&in=48';
/** Same programs, of nets that are not plain. */
const BLOCK_QUERIES: readonly string[] = [
  `lane=he_normal&block=residual1&${BLOCKS}`,
  `lane=he_normal&block=residual1&branch=1/sqrt(L)&norm=batch&${BLOCKS}&in=20&out=7`,
  `lane=lecun_normal&block=residual2&branch=1/sqrt(2L)&act=tanh&${BLOCKS}&in=20`,
  `lane=he_normal&block=residual2&branch=fixup&${BLOCKS}&out=10`,
  `lane=he_normal&block=residual1&branch=0&norm=layer&${BLOCKS}`,
  `lane=he_normal&block=residual2&branch=0.5&norm=layer&act=gelu&${BLOCKS}`,
  `lane=xavier_normal&norm=batch&${BLOCKS}`,
  `lane=he_normal&head=random_normal(std=0.01)&input_mean=3&input_std=2&${BLOCKS}&out=9`,
  `lane=xavier_uniform&head=zeros&bias=random_normal(std=0.1)&${BLOCKS}&out=9`,
  `lane=lsuv&block=residual1&branch=0.5&${BLOCKS}`,
  `lane=orthogonal&input_mean=128&input_std=74&${BLOCKS}`,
];

function configOf(query: string): ExperimentConfig {
  const { lab } = parseQuery(query);
  const lane = lab.lanes[0] ?? DEFAULT_LAB.lanes[0]!;
  return clampConfig(laneConfig(lab, lane)).value;
}

const python = ['python3', 'python'].find(
  (name) => spawnSync(name, ['-c', 'pass'], { timeout: 30_000 }).status === 0,
);
const numpy =
  python !== undefined &&
  spawnSync(python, ['-c', 'import numpy'], { timeout: 30_000 }).status === 0;

/** The program's text; `undefined` where the library lacks something. */
const programOf = (library: SnippetLibrary, query: string): string | undefined => {
  const found = snippet(library, configOf(query));
  return found.kind === 'program' ? found.text : undefined;
};

test('only what a library does not have is left out', () => {
  const missing = SNIPPET_LIBRARIES.flatMap((library) =>
    INITIALIZER_IDS.filter((id) => programOf(library, `lane=${id}&${SIZE}`) === undefined).map(
      (id) => `${library} ${id}`,
    ),
  );
  expect(missing).toEqual(['keras sparse', 'keras lsuv', 'pytorch lsuv', 'jax sparse', 'jax lsuv']);
});

test('what is left out says for which part there is nothing', () => {
  const part = (library: SnippetLibrary, query: string): string => {
    const found = snippet(library, configOf(`${query}&${SIZE}`));
    return found.kind === 'missing' ? found.part : 'nothing';
  };
  expect(part('keras', 'lane=he_normal')).toBe('nothing');
  expect(part('keras', 'lane=he_normal&bias=orthogonal')).toBe('bias');
  expect(part('pytorch', 'lane=he_normal&bias=sparse')).toBe('bias');
  expect(part('jax', 'lane=sparse')).toBe('weights');
  expect(part('jax', 'lane=sparse&bias=identity')).toBe('both');
  // LSUV as a bias means zeros, which all of them have.
  expect(part('pytorch', 'lane=he_normal&bias=lsuv')).toBe('nothing');
});

test('blocks, normalization, heads and inputs are in the program of every library', () => {
  for (const query of BLOCK_QUERIES.filter((each) => !each.includes('lane=lsuv'))) {
    for (const library of SNIPPET_LIBRARIES) {
      const code = programOf(library, query);
      expect(code, `${library} ${query}`).toBeDefined();
      const has = (pattern: RegExp): boolean => pattern.test(code ?? '');
      expect(has(/around \+/), query).toBe(query.includes('block='));
      expect(has(/BatchNorm|\(z - z\.mean\(axis=0\)/), query).toBe(query.includes('norm=batch'));
      expect(has(/LayerNorm|\(z - z\.mean\(axis=1/), query).toBe(query.includes('norm=layer'));
      expect(has(/128/), query).toBe(query.includes('input_mean=128'));
      expect(has(/if role == "output"/), query).toBe(query.includes('head='));
      expect(has(/Fixup/), query).toBe(query.includes('fixup'));
    }
  }
  const part = (query: string): string => {
    const found = snippet('numpy', configOf(query));
    return found.kind === 'missing' ? found.part : 'nothing';
  };
  expect(part(`lane=lsuv&head=zeros&${BLOCKS}&out=3`)).toBe('net');
  expect(part(`lane=he_normal&norm=batch&${CONV}`)).toBe('net');
  // What is not there has no say: a net whose output is its last hidden layer, one layer that no block fits.
  expect(part(`lane=he_normal&head=zeros&${BLOCKS}`)).toBe('nothing');
});

test('numbers of the lane stand in the code', () => {
  const code = programOf('pytorch', `lane=he_normal(slope=0.3)&act=relu&${SIZE}`);
  expect(code).toContain('sizes = [32] + [48] * 3');
  expect(code).toContain('kaiming_normal_(linear.weight, a=0.3)');
});

describe('the initializer alone is this lane’s own', () => {
  test.each<readonly [string, Readonly<Record<SnippetLibrary, string | null>>]>([
    [
      'he_normal(mode=fan_out,slope=0.3)',
      {
        keras:
          'initializers.VarianceScaling(2.0 / (1 + 0.3 ** 2), "fan_out", "untruncated_normal")',
        pytorch: 'nn.init.kaiming_normal_(linear.weight, a=0.3, mode="fan_out")',
        jax: 'init.variance_scaling(2.0 / (1 + 0.3 ** 2), "fan_out", "normal")',
        numpy: 'rng.normal(0, sqrt(2 / ((1 + 0.3 ** 2) * fan_out)), (fan_out, fan_in))',
      },
    ],
    [
      'xavier_normal(gain=0.75)',
      {
        keras: 'initializers.VarianceScaling(0.75 ** 2, "fan_avg", "untruncated_normal")',
        pytorch: 'nn.init.xavier_normal_(linear.weight, gain=0.75)',
        jax: 'init.variance_scaling(0.75 ** 2, "fan_avg", "normal")',
        numpy: 'rng.normal(0, 0.75 * sqrt(2 / (fan_in + fan_out)), (fan_out, fan_in))',
      },
    ],
    [
      'random_normal(mean=0.5,std=0.1)',
      {
        keras: 'initializers.RandomNormal(0.5, 0.1)',
        pytorch: 'nn.init.normal_(linear.weight, 0.5, 0.1)',
        jax: 'lambda key, shape, dtype=float: 0.5 + 0.1 * random.normal(key, shape, dtype)',
        numpy: 'rng.normal(0.5, 0.1, (fan_out, fan_in))',
      },
    ],
    // The libraries' own names hold for their own parameters only.
    [
      'xavier_uniform',
      {
        keras: 'initializers.GlorotUniform()',
        pytorch: 'nn.init.xavier_uniform_(linear.weight, gain=1)',
        jax: 'init.glorot_uniform()',
        numpy:
          'rng.uniform(-sqrt(6 / (fan_in + fan_out)), sqrt(6 / (fan_in + fan_out)), (fan_out, fan_in))',
      },
    ],
    [
      'sparse',
      {
        keras: null,
        pytorch: 'nn.init.sparse_(linear.weight, sparsity=0.1, std=0.01)',
        jax: null,
        numpy: 'sparse(rng, (fan_out, fan_in), math.ceil(0.1 * fan_out), 0.01)',
      },
    ],
  ])('%s', (lane, expected) => {
    const { initializer } = configOf(`lane=${lane}&${SIZE}`);
    for (const library of SNIPPET_LIBRARIES) {
      expect(initializerCode(library, initializer), library).toBe(expected[library]);
    }
  });
});

test.each(['xavier_normal(gain=0)', 'xavier_uniform(gain=1e-200)', 'variance_scaling(scale=0)'])(
  'Keras, which refuses a scale of 0, gets zeros for %s',
  (lane) => {
    const { initializer } = configOf(`lane=${lane}&${SIZE}`);
    expect(initializerCode('keras', initializer)).toBe('initializers.Zeros()');
  },
);

describe.skipIf(python === undefined)('in Python', () => {
  test('every program parses', () => {
    const programs = [...QUERIES, ...CONV_QUERIES, ...BLOCK_QUERIES].flatMap((query) =>
      SNIPPET_LIBRARIES.flatMap((library) => programOf(library, query) ?? []),
    );
    const child = spawnSync(
      python ?? '',
      ['-c', 'import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)'],
      { input: JSON.stringify(programs), encoding: 'utf8' },
    );
    expect(child.stderr).toBe('');
    expect(programs.length).toBeGreaterThan(3 * (QUERIES.length + CONV_QUERIES.length));
  });
});

beforeAll(() => loadInputs(['digits']));

const SEEDS = 12;
/** Runs each program many times; what it prints is parsed. */
const DRIVER = `
import contextlib, io, json, re, sys, warnings
warnings.simplefilter("ignore")
${SKLEARN}
answer = []
for text in json.load(sys.stdin):
    code = compile(text, "snippet", "exec")
    runs = []
    for _ in range(${SEEDS}):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(code, {})
        runs.append([[float(x) for x in re.findall(r"(?:W|h) (\\S+?)(?:,|$)", line)] for line in out.getvalue().splitlines()])
    answer.append(runs)
json.dump(answer, sys.stdout)
`;
import { INITIALIZER_IDS } from '../../rules/initializer.ts';

const mean = (values: readonly number[]): number =>
  values.reduce((sum, x) => sum + x, 0) / values.length;
/** Squared standard error of the mean. */
const error2 = (values: readonly number[]): number => {
  const centre = mean(values);
  return (
    values.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (values.length - 1) / values.length
  );
};

describe.skipIf(!numpy)('in NumPy', () => {
  test('the program prints the spreads the engine has', { timeout: 200_000 }, async () => {
    const kernels = await createKernels();
    const queries = [...QUERIES, ...CONV_QUERIES, ...BLOCK_QUERIES];
    const configs = queries.map((query) => ({ ...configOf(query), backward: false }));
    const child = spawnSync(python ?? '', ['-c', DRIVER], {
      input: JSON.stringify(queries.map((query) => programOf('numpy', query))),
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      // The matrices are too small for more threads.
      env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
    });
    expect(child.stderr).toBe('');
    const answer = JSON.parse(child.stdout) as number[][][][];
    let compared = 0;
    configs.forEach((config, q) => {
      const ours = Array.from({ length: SEEDS }, (_, seed) =>
        runLane({ ...config, seed }, sharedDomains([config]), kernels, () => 0),
      );
      ours[0]!.layers.forEach((_, layer) => {
        const pairs = [
          [ours.map(({ layers }) => layers[layer]!.weights.std), 0],
          [ours.map(({ layers }) => layers[layer]!.activations.std), 1],
        ] as const;
        for (const [mine, column] of pairs) {
          const theirs = answer[q]!.map((each) => each[layer]![column]!);
          // Five standard errors of the difference, four printed digits, and float32.
          const room = 5 * Math.sqrt(error2(mine) + error2(theirs));
          const slack = 5e-3 * Math.max(mean(mine), mean(theirs)) * (column === 1 ? 2 : 0.2) + 1e-9;
          expect(
            Math.abs(mean(mine) - mean(theirs)),
            `${queries[q]}, layer ${layer + 1}, ${column === 0 ? 'W' : 'h'}: ${mean(mine)} ${mean(theirs)}`,
          ).toBeLessThanOrEqual(room + slack);
          compared += 1;
        }
      });
    });
    expect(compared).toBeGreaterThan(150);
  });
});
