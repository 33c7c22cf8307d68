/**
 * Real bugs of initialization, each as a small file made on demand and the lines that may have
 * written it. The file is judged by the same findings as any other.
 */
import type { FindingId } from '../findings/finding.ts';
import type { MadeTensor } from '../write/madeTensor.ts';
import { chain, maker } from './make.ts';

export const BUG_IDS = [
  'mean-for-std',
  'brackets',
  'out-for-in',
  'same-seed',
  'all-zero',
  'tenfold',
  'kernel-area',
  'depthwise',
  'skipped-name',
  'default',
  'zero-factors',
  'embedding',
  'residual',
] as const;
export type BugId = (typeof BUG_IDS)[number];

export interface Bug {
  /** Address of the public thread that describes it. */
  readonly source: string;
  /** What the engine finds in the file. */
  readonly finding: FindingId;
  /** Lines of code as the author wrote them, one of them at fault. */
  readonly code: readonly string[];
  /** Index of the line at fault. */
  readonly line: number;
  readonly make: () => readonly MadeTensor[];
}

const he = (fanIn: number): number => Math.sqrt(2 / fanIn);
const SIZES = [64, 256, 256, 256, 10];

/** A small transformer with GPT-2's tensor names. `embedding` and `output` are standard deviations. */
function transformer(file: number, embedding: number, output: number): readonly MadeTensor[] {
  const m = maker(file);
  const [tokens, width] = [2000, 64];
  const blocks = Array.from({ length: 6 }, (_, i) => {
    const name = `transformer.h.${i}`;
    return [
      m.constant(`${name}.ln_1.weight`, [width], 1),
      m.normal(`${name}.attn.c_attn.weight`, [3 * width, width], 0.02),
      m.normal(`${name}.attn.c_proj.weight`, [width, width], output),
      m.constant(`${name}.ln_2.weight`, [width], 1),
      m.normal(`${name}.mlp.c_fc.weight`, [4 * width, width], 0.02),
      m.normal(`${name}.mlp.c_proj.weight`, [width, 4 * width], output),
    ];
  }).flat();
  return [
    m.normal('transformer.wte.weight', [tokens, width], embedding),
    m.normal('transformer.wpe.weight', [128, width], 0.02),
    ...blocks,
    m.constant('transformer.ln_f.weight', [width], 1),
  ];
}

const GPT_OUTPUT = 0.02 / Math.sqrt(12);

export const BUGS: Readonly<Record<BugId, Bug>> = {
  'mean-for-std': {
    source: 'https://github.com/aiUIUC/pyAIUtils/issues/25',
    finding: 'mean-shifted',
    code: [
      'stddev = np.sqrt(2 / fan_in)',
      'w_init = tf.random_normal_initializer(stddev)',
      'b_init = tf.zeros_initializer()',
      'dense(x, units, kernel_initializer=w_init, bias_initializer=b_init)',
    ],
    line: 1,
    make() {
      const m = maker(1);
      return chain(
        SIZES,
        (name, shape, fanIn) => m.normal(name, shape, 1, he(fanIn)),
        (name, shape) => m.constant(name, shape, 0),
      );
    },
  },
  brackets: {
    source: 'https://github.com/mlverse/torch/issues/555',
    finding: 'brackets-missing',
    code: [
      'fan_in, fan_out = fans(w)',
      'std = gain * sqrt(2.0 / fan_in + fan_out)',
      'w.normal_(0, std)',
      'b.zero_()',
    ],
    line: 1,
    make() {
      const m = maker(2);
      return chain(
        SIZES,
        (name, shape, fanIn, fanOut) => m.normal(name, shape, Math.sqrt(2 / fanIn + fanOut)),
        (name, shape) => m.constant(name, shape, 0),
      );
    },
  },
  'out-for-in': {
    source: 'https://github.com/tkipf/pygcn/issues/42',
    finding: 'wrong-fan',
    code: [
      'self.weight = Parameter(FloatTensor(in_features, out_features))',
      'stdv = 1. / math.sqrt(self.weight.size(1))',
      'self.weight.data.uniform_(-stdv, stdv)',
      'self.bias.data.zero_()',
    ],
    line: 1,
    make() {
      const m = maker(3);
      return chain(
        [1433, 64, 32, 7],
        (name, shape, _, fanOut) => m.uniform(name, shape, 1 / Math.sqrt(fanOut)),
        (name, shape) => m.constant(name, shape, 0),
      );
    },
  },
  'same-seed': {
    source: 'https://github.com/netket/netket/issues/241',
    finding: 'same-draws',
    code: [
      'def init(layer, seed):',
      '    rng = np.random.default_rng(seed)',
      '    layer.W = rng.normal(0, np.sqrt(2 / layer.fan_in), layer.shape)',
      'for layer in layers: init(layer, seed)',
    ],
    line: 3,
    make() {
      const m = maker(4, true);
      return chain(
        [128, 128, 128, 128, 10],
        (name, shape, fanIn) => m.normal(name, shape, he(fanIn)),
        (name, shape) => m.constant(name, shape, 0),
      );
    },
  },
  'all-zero': {
    source: 'https://github.com/lucidrains/deep-cross-attention/issues/2',
    finding: 'all-zero',
    code: [
      'for layer in net.hidden:',
      '    nn.init.zeros_(layer.weight)',
      '    nn.init.zeros_(layer.bias)',
      'nn.init.kaiming_normal_(net.head.weight)',
    ],
    line: 1,
    make() {
      const m = maker(5);
      return chain(
        SIZES,
        (name, shape, fanIn) =>
          shape[0] === 10 ? m.normal(name, shape, he(fanIn)) : m.constant(name, shape, 0),
        (name, shape) => m.constant(name, shape, 0),
      );
    },
  },
  tenfold: {
    source: 'https://github.com/sophiajw/HistAuGAN/pull/4',
    finding: 'explodes',
    code: [
      'def gaussian_weights_init(m):',
      "    if m.__class__.__name__.startswith('Conv'):",
      '        m.weight.data.normal_(0.0, 0.2)',
      'model.apply(gaussian_weights_init)',
    ],
    line: 2,
    make() {
      const m = maker(6);
      return [3, 64, 64, 128, 128, 128].map((channels, i) =>
        m.normal(`enc.${2 * i}.weight`, [[64, 64, 128, 128, 128, 3][i] ?? 3, channels, 3, 3], 0.2),
      );
    },
  },
  'kernel-area': {
    source: 'https://github.com/Lasagne/Lasagne/issues/34',
    finding: 'area-forgotten',
    code: [
      'filters, channels, kh, kw = shape',
      'fan_in = channels',
      'std = np.sqrt(2 / fan_in)',
      'W = rng.normal(0, std, shape)',
    ],
    line: 1,
    make() {
      const m = maker(7);
      return [16, 32, 64, 64].map((filters, i) => {
        const channels = [3, 16, 32, 64][i] ?? 3;
        return m.normal(`conv${i + 1}.weight`, [filters, channels, 3, 3], he(channels));
      });
    },
  },
  depthwise: {
    source: 'https://github.com/pytorch/pytorch/issues/23854',
    finding: 'group-fan',
    code: [
      'conv = nn.Conv2d(64, 64, 3, padding=1, groups=64, bias=False)',
      'norm = nn.BatchNorm2d(64)',
      "nn.init.kaiming_normal_(conv.weight, mode='fan_out')",
      'nn.init.ones_(norm.weight)',
    ],
    line: 2,
    make() {
      const m = maker(8);
      return [0, 1, 2].flatMap((i) => [
        m.normal(`features.${i}.0.weight`, [64, 1, 3, 3], he(64 * 9)),
        m.constant(`features.${i}.bn.weight`, [64], 1),
        m.normal(`features.${i}.2.weight`, [64, 64, 1, 1], he(64)),
      ]);
    },
  },
  'skipped-name': {
    source: 'https://github.com/Modalities/modalities/pull/460',
    finding: 'skipped',
    code: [
      'for name, p in model.named_parameters():',
      "    if re.fullmatch(r'net\\.[0-5]\\.weight', name):",
      '        nn.init.kaiming_normal_(p)',
      "    elif name.endswith('bias'): nn.init.zeros_(p)",
    ],
    line: 1,
    make() {
      const m = maker(9);
      return chain(
        [64, 128, 128, 128, 128, 10],
        (name, shape, fanIn) =>
          /^net\.[0-5]\.weight$/.test(name)
            ? m.normal(name, shape, he(fanIn))
            : m.uniform(name, shape, 1 / Math.sqrt(fanIn)),
        (name, shape) => m.constant(name, shape, 0),
      );
    },
  },
  default: {
    source: 'https://github.com/pytorch/pytorch/issues/15314',
    finding: 'default-untouched',
    code: [
      'layers = []',
      'for _ in range(30):',
      '    layers += [nn.Linear(64, 64), nn.ReLU()]',
      'net = nn.Sequential(*layers, nn.Linear(64, 10))',
    ],
    line: 2,
    make() {
      const m = maker(10);
      const sizes = [...Array.from({ length: 31 }, () => 64), 10];
      const limit = (fanIn: number): number => 1 / Math.sqrt(fanIn);
      return chain(
        sizes,
        (name, shape, fanIn) => m.uniform(name, shape, limit(fanIn)),
        (name, shape, fanIn) => m.uniform(name, shape, limit(fanIn)),
      );
    },
  },
  'zero-factors': {
    source: 'https://github.com/Guitaricet/relora/issues/18',
    finding: 'both-zero',
    code: [
      'self.lora_A = nn.Linear(in_features, r, bias=False)',
      'self.lora_B = nn.Linear(r, out_features, bias=False)',
      'nn.init.zeros_(self.lora_A.weight)',
      'nn.init.zeros_(self.lora_B.weight)',
    ],
    line: 2,
    make() {
      const m = maker(11);
      return [0, 1, 2].flatMap((i) => [
        m.normal(`layers.${i}.weight`, [128, 128], he(128)),
        m.constant(`layers.${i}.lora_A.weight`, [8, 128], 0),
        m.constant(`layers.${i}.lora_B.weight`, [128, 8], 0),
      ]);
    },
  },
  embedding: {
    source: 'https://github.com/huggingface/transformers/pull/26441',
    finding: 'too-wide-embedding',
    code: [
      'self.wte = nn.Embedding(vocab_size, n_embd)',
      'self.head = nn.Linear(n_embd, vocab_size, bias=False)',
      'self.head.weight = self.wte.weight',
      'for block in self.h: block.apply(init_normal_002)',
    ],
    line: 0,
    make: () => transformer(12, 1, GPT_OUTPUT),
  },
  residual: {
    source: 'https://github.com/huggingface/transformers/issues/47458',
    finding: 'residual-unscaled',
    code: [
      'for name, p in model.named_parameters():',
      '    if p.dim() > 1: nn.init.normal_(p, std=0.02)',
      "    if name.endswith('proj.bias'):",
      '        nn.init.normal_(p, std=0.02 / math.sqrt(2 * n_layer))',
    ],
    line: 2,
    make: () => transformer(13, 0.02, 0.02),
  },
};
