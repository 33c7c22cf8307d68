/**
 * Frequent questions and myths about initialization, each with an experiment of two lanes, as a stage of the
 * lesson; `null` if this program cannot show it. The words are in i18n/answers, the claims of the answers in
 * answerClaims.ts.
 */
import { lab, race } from '../schema.ts';
import type { Stage, StagePanel } from '../schema.ts';

export const SUBJECT_IDS = [
  'symmetry',
  'distribution',
  'rules',
  'frameworks',
  'loss',
  'depth',
  'training',
  'checking',
] as const;
export type SubjectId = (typeof SUBJECT_IDS)[number];

export interface Source {
  readonly name: string;
  readonly url: string;
}

export interface AnswerRow {
  /** Slug in its link; must never change. */
  readonly id: string;
  readonly subject: SubjectId;
  /** Whether it is a common false belief rather than a question. */
  readonly myth: boolean;
  readonly stage: Stage | null;
  /** Page that shows it, if the stage is not the place. */
  readonly page: 'weights' | 'papers' | null;
  readonly source: Source | null;
}

const LANES: readonly StagePanel[] = [{ id: 'lanes' }];
const FORWARD: readonly StagePanel[] = [{ id: 'spread', direction: 'forward' }];
const BOTH: readonly StagePanel[] = [
  { id: 'spread', direction: 'forward' },
  { id: 'spread', direction: 'backward' },
];
const DRAWS: readonly StagePanel[] = [{ id: 'draws' }];
const LOSS: readonly StagePanel[] = [{ id: 'race-curves' }];
const UNITS: readonly StagePanel[] = [{ id: 'race-units' }];

interface More {
  readonly myth?: true;
  readonly page?: AnswerRow['page'];
  readonly source?: Source;
}

const row = (subject: SubjectId, id: string, stage: Stage | null, more: More = {}): AnswerRow => ({
  id,
  subject,
  stage,
  myth: more.myth ?? false,
  page: more.page ?? null,
  source: more.source ?? null,
});

const issue = (repository: string, number: number): Source => ({
  name: `${repository}#${number}`,
  url: `https://github.com/${repository}/issues/${number}`,
});
const arxiv = (name: string, number: string): Source => ({
  name,
  url: `https://arxiv.org/abs/${number}`,
});

const weights = { quantity: 'weights' } as const;
const SHALLOW = 'input=circle&depth=2&width=8&lr=0.1&steps=500&act=tanh';
const RESIDUAL = 'input=circle&width=32&depth=30&act=relu&lr=0.01&steps=200';

export const ANSWER_ROWS: readonly AnswerRow[] = [
  row('symmetry', 'why-not-zero', race(`${SHALLOW}&lane=zeros&lane=xavier_normal`, LOSS)),
  row(
    'symmetry',
    'why-not-a-constant',
    race(`${SHALLOW}&lane=constant(value=0.5)&lane=xavier_normal`, UNITS),
  ),
  row(
    'symmetry',
    'logistic-regression-from-zero',
    race('input=blobs&depth=0&lr=0.01&steps=500&lane=zeros&lane=xavier_normal', LOSS),
  ),
  row(
    'symmetry',
    'when-is-zero-right',
    race(
      'input=blobs&depth=3&width=2&act=tanh&lr=0.1&steps=500&lane=zeros;rescue=residual&lane=zeros',
      LOSS,
    ),
    {
      source: issue('microsoft/LoRA', 98),
    },
  ),
  row(
    'symmetry',
    'both-factors-zero',
    race(
      'input=blobs&depth=1&width=8&act=linear&lr=0.1&steps=300&lane=zeros&lane=xavier_normal',
      LOSS,
    ),
    {
      source: issue('Guitaricet/relora', 18),
    },
  ),
  row(
    'symmetry',
    'zero-with-relu',
    lab('lane=zeros&lane=he_normal&depth=3&width=16&input=circle', LANES, {
      quantity: 'weightGradients',
    }),
  ),
  row(
    'symmetry',
    'zero-never-works',
    race('input=blobs&depth=0&lr=0.01&steps=500&lane=zeros&lane=random_normal(std=0.1)', LOSS),
    { myth: true },
  ),

  row(
    'distribution',
    'uniform-or-normal',
    lab('lane=he_uniform&lane=he_normal&depth=10&width=256&batch=64', LANES),
  ),
  row(
    'distribution',
    'why-gaussian',
    lab('lane=xavier_uniform&lane=xavier_normal&act=tanh&depth=3&width=256', LANES, {
      quantity: 'preActivations',
    }),
  ),
  row(
    'distribution',
    'why-truncated',
    lab(
      'lane=truncated_normal(std=0.1)&lane=random_normal(std=0.1)&depth=1&width=256&backward=0',
      DRAWS,
      weights,
    ),
  ),
  row(
    'distribution',
    'rand-or-randn',
    lab(
      'lane=random_uniform(min=0,max=1)&lane=random_normal(std=1)&depth=2&width=64&act=tanh',
      LANES,
      weights,
    ),
  ),
  row(
    'distribution',
    'randn-beats-rand',
    lab('lane=xavier_uniform&lane=xavier_normal&act=tanh&depth=20&width=256&batch=64', BOTH),
    { myth: true },
  ),
  row(
    'distribution',
    'why-orthogonal',
    lab('lane=orthogonal&lane=xavier_normal&act=linear&depth=50&width=64', FORWARD),
    {
      source: issue('ikostrikov/pytorch-a2c-ppo-acktr-gail', 199),
    },
  ),

  row(
    'rules',
    'xavier-or-he',
    lab('lane=xavier_normal&lane=he_normal&depth=20&width=256&batch=64', BOTH),
  ),
  row(
    'rules',
    'is-xavier-outdated',
    lab(
      'lane=xavier_normal;act=tanh&lane=xavier_normal;act=relu&depth=20&width=256&batch=64',
      LANES,
    ),
  ),
  row(
    'rules',
    'why-keep-the-variance',
    lab(
      'lane=variance_scaling(scale=0.5)&lane=variance_scaling(scale=1)&act=linear&depth=30&width=128&batch=64',
      BOTH,
    ),
  ),
  row(
    'rules',
    'fan-in-or-fan-out',
    lab(
      'lane=he_normal(mode=fan_in)&lane=he_normal(mode=fan_out)&in=512&depth=10&width=128&batch=64',
      BOTH,
    ),
    {
      source: issue('pytorch/pytorch', 34592),
    },
  ),
  row(
    'rules',
    'gain-for-gelu',
    lab(
      'lane=he_normal&lane=variance_scaling(scale=2.35)&act=gelu&depth=20&width=256&batch=64',
      BOTH,
    ),
    {
      source: issue('pytorch/pytorch', 24991),
    },
  ),
  row(
    'rules',
    'why-root-two',
    lab('lane=he_normal&lane=variance_scaling(scale=2.93)&depth=20&width=256&batch=64', FORWARD),
  ),
  row(
    'rules',
    'relu-mean-zero',
    lab('lane=he_normal&lane=xavier_normal;act=tanh&depth=10&width=256', LANES),
  ),
  row(
    'rules',
    'xavier-suits-sigmoid',
    race('act=sigmoid&depth=8&width=32&lr=0.1&lane=xavier_normal&lane=xavier_normal(gain=4)', LOSS),
    { myth: true },
  ),
  row(
    'rules',
    'fans-of-a-convolution',
    lab('net=conv&lane=he_normal&lane=random_normal(std=0.354)&depth=5&width=16&batch=32', FORWARD),
    {
      source: issue('pytorch/pytorch', 6950),
    },
  ),
  row('rules', 'depthwise-and-grouped', null, {
    page: 'papers',
    source: issue('pytorch/pytorch', 23854),
  }),

  row(
    'frameworks',
    'why-root-five',
    lab(
      'lane=pytorch_linear&lane=he_uniform(slope=2.23606797749979)&depth=2&width=256',
      DRAWS,
      weights,
    ),
    {
      source: issue('pytorch/pytorch', 15314),
    },
  ),
  row(
    'frameworks',
    'is-one-third-a-bug',
    lab('lane=pytorch_linear&lane=lecun_normal&act=linear&depth=20&width=256&batch=64', BOTH),
    {
      source: issue('pytorch/pytorch', 5168),
    },
  ),
  row(
    'frameworks',
    'which-xavier',
    lab('lane=xavier_normal&lane=lecun_normal&in=64&depth=1&width=256', DRAWS, weights),
  ),
  row(
    'frameworks',
    'jax-and-pytorch',
    lab('lane=lecun_normal&lane=pytorch_linear&depth=20&width=256&batch=64', LANES),
    {
      source: issue('jax-ml/jax', 4862),
    },
  ),
  row(
    'frameworks',
    'frameworks-choose-he',
    race('depth=22&width=32&input=circle&lane=pytorch_linear&lane=he_normal', LOSS),
    { myth: true },
  ),
  row('frameworks', 'xavier-on-a-bias', null, { source: issue('pytorch/pytorch', 3418) }),
  row(
    'frameworks',
    'same-seed-other-weights',
    lab(
      'lane=he_normal&lane=variance_scaling(scale=2,mode=fan_in,distribution=normal)&depth=5&width=64',
      LANES,
    ),
    {
      source: issue('keras-team/keras', 15586),
    },
  ),
  row(
    'frameworks',
    'order-of-draws',
    lab('lane=he_normal;depth=5&lane=he_normal;depth=10&width=64', LANES),
  ),

  row(
    'loss',
    'biases',
    lab(
      'lane=he_normal&lane=he_normal;bias=random_normal(std=0.1)&depth=20&width=256&batch=64',
      BOTH,
    ),
    {
      source: issue('keras-team/keras', 339),
    },
  ),
  row(
    'loss',
    'bias-for-rare-classes',
    race(
      'input=circle&imbalance=100&depth=2&width=32&act=tanh&lr=0.02&steps=500&head=zeros&lane=xavier_normal&lane=xavier_normal;prior_bias=1',
      LOSS,
    ),
    { source: arxiv('Lin et al. 2017, section 3.3', '1708.02002') },
  ),
  row(
    'loss',
    'first-loss',
    race(
      'input=digits&depth=2&width=64&act=tanh&lr=0.01&steps=100&lane=random_normal(std=1)&lane=xavier_normal',
      LOSS,
    ),
  ),
  row(
    'loss',
    'embeddings',
    race(
      'input=digits&depth=0&lr=0.01&steps=100&lane=random_normal(std=1)&lane=random_normal(std=0.02)',
      LOSS,
    ),
    {
      source: issue('pytorch/pytorch', 3121),
    },
  ),
  row(
    'loss',
    'a-new-head',
    race('input=digits&depth=0&lr=0.01&steps=200&lane=random_normal(std=1)&lane=zeros', LOSS),
  ),

  row(
    'depth',
    'gpt2',
    race(
      `${RESIDUAL}&lane=he_normal;rescue=residual&lane=variance_scaling(scale=0.02);rescue=residual`,
      LOSS,
    ),
    {
      source: issue('huggingface/transformers', 2158),
    },
  ),
  row(
    'depth',
    'layer-norm-and-scale',
    lab(
      'act=relu&depth=30&width=64&lane=he_normal;block=residual2;norm=layer&lane=he_normal;block=residual2;norm=layer;branch=1/sqrt(2L)',
      FORWARD,
    ),
    { source: issue('karpathy/minGPT', 134) },
  ),
  row(
    'depth',
    'coordinate-check',
    lab('lane=he_normal;width=64&lane=he_normal;width=512&depth=10&batch=64', LANES),
    {
      source: arxiv('Yang et al. 2022', '2203.03466'),
    },
  ),
  row(
    'depth',
    'last-gamma-zero',
    race(
      `${RESIDUAL}&lane=he_normal;rescue=residual&lane=he_normal;rescue=batch_norm,residual`,
      LOSS,
    ),
    {
      source: arxiv('Goyal et al. 2017, section 5.1', '1706.02677'),
    },
  ),
  row(
    'depth',
    'rezero-fixup',
    race(
      'input=blobs&depth=6&width=2&act=tanh&lr=0.1&steps=500&lane=zeros;rescue=residual&lane=xavier_normal',
      LOSS,
    ),
    {
      source: issue('majumderb/rezero', 6),
    },
  ),
  row(
    'depth',
    'batch-norm-fixes-gradients',
    race(`${RESIDUAL}&lane=he_normal;rescue=batch_norm&lane=he_normal`, [
      { id: 'race-curves' },
      { id: 'race-diagnostics' },
    ]),
    {
      myth: true,
      source: arxiv('Yang et al. 2019', '1902.08129'),
    },
  ),
  row('depth', 'lstm-forget-bias', null, {
    source: {
      name: 'Jozefowicz et al. 2015',
      url: 'https://proceedings.mlr.press/v37/jozefowicz15.html',
    },
  }),
  row(
    'depth',
    'dropout',
    race(
      'input=circle&act=relu&depth=20&width=32&lr=0.01&steps=300&keep=0.5&lane=he_normal&lane=variance_scaling(scale=1,distribution=normal)',
      LOSS,
    ),
    { source: arxiv('Pretorius et al. 2018', '1811.00293') },
  ),

  row(
    'training',
    'does-it-matter',
    race('depth=30&width=32&input=circle&lane=xavier_normal&lane=he_normal', LOSS),
    {
      source: issue('pytorch/pytorch', 10243),
    },
  ),
  row(
    'training',
    'with-batch-norm-and-adam',
    race(
      'depth=10&width=32&input=circle&lr=0.1&lane=random_normal(std=0.01)&lane=random_normal(std=0.01);rescue=batch_norm',
      LOSS,
    ),
    {
      source: arxiv('Zhang et al. 2019', '1901.09321'),
    },
  ),
  row(
    'training',
    'kaiming-made-it-worse',
    race(`${RESIDUAL}&lane=he_normal;rescue=residual&lane=he_normal`, LOSS),
    {
      source: issue('autonomousvision/sdfstudio', 87),
    },
  ),
  row(
    'training',
    'he-is-always-better',
    race(
      `${RESIDUAL}&lane=he_normal;rescue=residual&lane=variance_scaling(scale=0.02);rescue=residual`,
      LOSS,
    ),
    { myth: true },
  ),
  row(
    'training',
    'xor-fails',
    race(
      'input=xor&depth=1&width=2&lr=0.1&steps=1000&lane=he_normal&lane=he_normal;width=16',
      LOSS,
    ),
    {
      source: issue('lmjohns3/theanets', 67),
    },
  ),
  row(
    'training',
    'only-zeros',
    lab('lane=he_normal;width=2&lane=he_normal;width=64&depth=10&batch=1&in=2&seed=2', LANES),
    {
      source: arxiv('Lu et al. 2019', '1903.06733'),
    },
  ),
  row(
    'training',
    'nan-in-the-first-steps',
    lab(
      'lane=random_normal(std=1)&lane=he_normal&depth=20&width=256&batch=64&precision=float16&backward=0',
      [
        { id: 'magnitude', lane: 0 },
        { id: 'magnitude', lane: 1 },
      ],
    ),
  ),
  row(
    'training',
    'half-precision',
    lab(
      'lane=random_normal(std=0.01)&lane=he_normal&depth=10&width=64&precision=float16&backward=0',
      FORWARD,
    ),
  ),

  row(
    'checking',
    'how-to-check',
    lab('lane=pytorch_linear&lane=he_normal&depth=20&width=256&batch=64', BOTH),
    { page: 'weights' },
  ),
  row(
    'checking',
    'was-it-applied',
    lab('lane=he_normal&lane=pytorch_linear&depth=1&width=256', DRAWS, { quantity: 'weights' }),
    { page: 'weights' },
  ),
  row('checking', 'statistics-of-my-file', null, { page: 'weights' }),
  row(
    'checking',
    'everything-by-layer',
    lab('lane=xavier_normal&lane=he_normal&depth=10&width=128', BOTH),
  ),
  row(
    'checking',
    'reading-histograms',
    lab('lane=random_normal(std=1)&lane=xavier_normal&act=tanh&depth=5&width=128', LANES),
  ),
  row('checking', 'show-my-model', null, { page: 'weights' }),
];

export const answerRow = (id: string): AnswerRow | null =>
  ANSWER_ROWS.find((each) => each.id === id) ?? null;
