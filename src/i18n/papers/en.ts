/** The English words of the papers page; fa.ts has the same keys. */
import type { TargetGroupId } from '../../engine/targets/targets.ts';
import type { Place } from '../../engine/targets/target.ts';

/** The subject of a row and, where the source shows a picture, its description. */
export interface RowWords {
  readonly title: string;
  /** Description of the picture or sentence in the source. */
  readonly theirs?: string;
}

export const papersEn = {
  title: 'The papers’ numbers, on this device',
  lead: 'What papers and courses print, what the formulas give, and what this program gets when you press Run. Nothing here is stored: every number is computed in this tab.',
  runAll: 'Run all',
  run: 'Run',
  again: 'Run again',
  more: (seeds: string) => `Run from ${seeds} seeds`,
  stop: 'Stop',
  progress: (done: string, total: string) => `${done} of ${total} rows`,
  score: (reproduced: string, done: string) => `${reproduced} of ${done} reproduced`,
  export: 'Save as JSON',
  waiting: 'waiting',
  running: 'running',
  failed: (why: string) => `This row could not be computed here. ${why}`,
  badges: { reproduced: 'reproduced', outside: 'outside the band' },
  printed: 'printed',
  expected: 'band',
  here: 'here',
  value: 'value',
  openLab: 'Open in the lab',
  openRace: 'Open as a race',
  openMap: 'Open on the map',
  took: (time: string) => `in ${time}`,
  from: (seeds: string) => `median of ${seeds} seeds`,
  origin: {
    exact: 'a formula or a count: rounding is all the band allows',
    tolerance: (share: string) => `within ${share} of the printed number`,
    seeds: (seeds: string) =>
      seeds === '1'
        ? 'our own band: single draws differ'
        : `single draws differ: the median of ${seeds} seeds must lie in it`,
  },
  places: {
    figure: 'figure',
    equation: 'equation',
    section: 'section',
    table: 'table',
    lecture: 'lecture',
    theorem: 'theorem',
    code: 'in the code:',
    text: '',
  } satisfies Record<Place['kind'], string>,
  drawTitle: 'The printed draw among ours',
  likely: (rank: string, seeds: string) =>
    `One draw is printed. ${rank} of our ${seeds} draws are smaller: it is one of many that were likely.`,
  unlikely: (seeds: string) =>
    `One draw is printed, and it lies beyond all ${seeds} of ours: a rare one. More seeds reach farther.`,
  curves: 'By layer',
  curvesOfLoss: 'Loss while training',
  loss: 'loss',
  histograms: 'Histograms by layer',
  histogramsSummary: (lanes: string, layers: string) => `${lanes}: ${layers} layers, first on top.`,
  correlations: 'From layer to layer',
  before: 'correlation before the layer',
  after: 'after it',
  theory: 'theory',
  cells: 'Who learns: depth and σ_w²',
  cellsSummary: (learned: string, all: string) =>
    `${learned} of ${all} networks learned; the line is 6 ξ.`,
  depth: 'depth',
  cell: (depth: string, variance: string) => `Depth ${depth}, σ_w² ${variance}`,
  learnedAt: (step: string) => `learned at step ${step}`,
  notLearned: 'not learned',
  theirs: 'In the source:',
  layer: 'layer',
  record: 'time',
  lecture: 'The lecture’s slides, claim by claim',
  lectureLead:
    'What the slides of the course say, what is exactly true, and the experiment that shows it.',
  verdicts: { exact: 'exact', simplified: 'simplified' },
  slideSays: 'The slide:',
  exactly: 'Exactly:',
  experiment: 'Experiment',
  slides: {
    constant: {
      says: 'From a constant the network learns nothing.',
      exactly:
        'Updates do happen, in lock step: all units of a layer stay equal to the last bit, so a layer is one unit for ever.',
    },
    zero: {
      says: 'From zero the derivatives are the same for every weight.',
      exactly:
        'With tanh or ReLU the hidden weights’ gradients are exactly 0 and the loss stays ln 2; with sigmoid the output layer moves a little, then the rest, still as one unit.',
    },
    symmetry: {
      says: 'Nothing breaks the symmetry.',
      exactly: 'Nothing in training does. Random weights do, and so do random biases alone.',
    },
    interval: {
      says: 'Normal weights from the interval [−0.1, 0.1].',
      exactly: '31.7 % of draws from N(0, 0.1²) lie outside ±0.1: 0.1 is a spread, not a limit.',
    },
    alike: {
      says: 'Uniform ±0.1 and normal 0.1, side by side.',
      exactly: 'Their spreads are 0.058 and 0.1; the variances differ by a factor of three.',
    },
    problematic: {
      says: 'Both are somewhat problematic.',
      exactly:
        'A fixed 0.1 keeps the signal at one width only: 100 units (normal) or 300 (uniform) for tanh, 200 and 600 for ReLU. Narrower it fades, wider it grows.',
    },
    sigmoid: {
      says: 'The problem is sigmoid.',
      exactly:
        'Small weights leave every unit on the straight part of the curve, large ones saturate it; its slope is ¼ at most, so gradients shrink either way.',
    },
    xavier: {
      says: 'Xavier solves it.',
      exactly:
        'It keeps tanh alive. A deep sigmoid network still does not train from it; four times Xavier does.',
    },
    shape: {
      says: 'The method is not so important; the numbers of inputs and outputs are.',
      exactly:
        'Uniform and normal of equal variance give the same sums after one layer. The variance decides, and the fans decide it.',
    },
    formula: {
      says: 'Xavier is 2/(in + out).',
      exactly:
        'Three formulas carry the name: this one; 1/in, really LeCun’s; and Keras’s truncated normal, widened to keep the variance.',
    },
    default: {
      says: 'TensorFlow’s default is Glorot uniform.',
      exactly:
        'True of Keras and TensorFlow 1. PyTorch’s linear layer draws from U(±1/√n), a third of LeCun’s variance.',
    },
    recipe: {
      says: 'He in three steps: normal, times √(2/in), biases zero.',
      exactly: 'So it is. ReLU halves the mean square (not the variance), and the 2 repays it.',
    },
    race22: {
      says: 'With 22 layers He converges much earlier.',
      exactly: 'Both converge in the paper, He earlier; final accuracy was equal within noise.',
    },
    race30: {
      says: 'With 30 layers Xavier stalls.',
      exactly:
        'True within the steps of the experiment. Their 30-layer network ended worse than the one of 14 layers, so He made it trainable, not better.',
    },
  },
  groups: {
    signal: 'A signal through many layers',
    glorot: 'Glorot and Bengio’s figures',
    rules: 'The rules in closed form',
    convolution: 'Convolutions',
    correlation: 'Two inputs: order and chaos',
    blocks: 'Residual branches and normalization',
    jacobian: 'Every direction: singular values',
    output: 'The output layer, and nets born dead',
    training: 'In training',
  } satisfies Record<TargetGroupId, string>,
  rows: {
    R1: {
      title: 'N(0, 1), linear: the first layer with an infinite number',
      theirs: '“within 29 layers” the activations blow up',
    },
    R2: {
      title: '0.01 · N(0, 1), linear: the first layer of nothing but zeros',
      theirs: 'mean and std 0 at the end of 100 layers',
    },
    R4: { title: 'N(0, 1/n), linear: std after 100 layers' },
    R5: { title: 'N(0, 1/n), tanh: std after 100 layers' },
    R5w: { title: 'The same at infinite width' },
    R6: { title: 'U(±1/√n), tanh: std after 100 layers' },
    R7: { title: 'Xavier uniform, tanh: std after 100 layers' },
    R9: { title: 'N(0, 2/n), one ReLU layer: what it keeps' },
    R10: { title: 'He, ReLU: std after 100 layers' },
    R11: { title: 'Xavier, ReLU: std after 100 layers' },
    R13: {
      title: '0.01 · N(0, 1), ten layers of tanh: std by layer',
      theirs: 'ten histograms that narrow to a line',
    },
    R17: { title: 'N(0, 2/n), ten layers of ReLU', theirs: 'ten histograms that stay as wide' },
    G6: {
      title: 'Activations by layer',
      theirs: 'under U(±1/√n) the histograms narrow with depth; normalized, they stay alike',
    },
    G7: {
      title: 'Back-propagated gradients by layer',
      theirs: 'under U(±1/√n) they narrow towards the input; normalized, they stay alike',
    },
    G8: { title: 'Weight gradients by layer', theirs: 'alike in all layers, for both rules' },
    G4: { title: 'Mean singular value of a layer’s Jacobian at small inputs' },
    R26: { title: 'U[−0.1, 0.1] beside N(0, 0.1²)' },
    R27: { title: 'A normal cut at ±2: its real std' },
    R28: { title: 'Limits and spreads of the rules' },
    R31: { title: 'Variance kept per layer under ReLU, and with a leak' },
    K1: { title: 'Fans of a convolution, k × k, c → d channels, g groups' },
    K2: { title: '3 × 3, 64 → 64: what the rules give' },
    K3: { title: '3 × 3, 3 → 64: fan-in or fan-out' },
    K4: { title: '7 × 7, 3 → 64, the first layer of ResNet' },
    K7: { title: 'Depthwise 3 × 3: PyTorch’s fan-out is 64 times too large' },
    K9: { title: 'VGG model B, std by number of filters' },
    K10: { title: 'Xavier over He after L layers of convolutions' },
    K13: { title: 'What zero padding leaves of the mean square' },
    K14: { title: '… and its factor per layer, far down' },
    M1: { title: 'tanh on the critical line: σ_w² and q* by σ_b²' },
    M2: { title: 'The same line, given q = 0.5' },
    M4: { title: 'tanh at σ_b² = 0.05: χ₁, depth scale ξ, fixed correlation c*' },
    M5: {
      title: 'How alike examples are by layer, ordered and chaotic',
      theirs:
        'the map from one layer’s correlation to the next: below the diagonal near 1 where it is chaotic, above it everywhere where it is ordered',
    },
    M6: { title: 'He and ReLU: correlation of two perpendicular inputs' },
    T1: { title: 'Zero: no weight ever gets a gradient, the loss is ln C' },
    T2: { title: 'A constant: all units of a layer stay one' },
    T4: {
      title: '22 layers of ReLU: He early, Xavier late',
      theirs:
        '22 layers on ImageNet: both converge, He earlier. Here a small dense net, 1000 steps.',
    },
    T4d: {
      title: '30 layers of ReLU: He learns, Xavier stalls',
      theirs:
        '30 layers on ImageNet: He learns, Xavier does not move. Here a small dense net, 1000 steps.',
    },
    D1: { title: 'First-layer gradient, Xavier over He, in convolutions' },
    D3: {
      title: '22 layers of convolutions on digits',
      theirs:
        '22 layers on ImageNet: both converge, He earlier. Here 8 × 8 digits with zero padding, where Xavier already stalls.',
    },
    D5: { title: 'Ten dense layers on digits' },
    D5d: { title: 'Twenty dense layers on digits' },
    B4: { title: '30 layers of ReLU: He, with a residual path, with batch norm, with both' },
    M7: { title: 'tanh, 80 layers: only near the critical line is anything learned' },
    M8: {
      title: 'tanh: how deep a net may be and still learn',
      theirs:
        'accuracy by depth and σ_w², with the curve 6 ξ over it: the networks that learn lie under the curve. Here small dense nets, 500 steps.',
    },
    S1: { title: 'He with plain residual connections: E[h²] by layer' },
    S2: { title: 'Ten blocks h + W₂ReLU(W₁h): the mean square doubles in each' },
    S3: { title: 'The same with the branch times 1/√L' },
    S5: { title: 'Branches that begin at 0: nothing grows' },
    S6: { title: 'GPT-2: std of the projections that end a branch, 0.02/√(2N)' },
    S7: { title: 'Fixup: the branch’s other weights times L^(−1/(2m − 2))' },
    B1: { title: 'Batch norm before ReLU: the gradient’s factor per layer, going back' },
    B2: { title: 'The same for small batches' },
    B3: { title: 'The same, measured, beside a net without normalization' },
    J1: { title: 'Linear, Gaussian: var(s²)/mean(s²)², and the largest s' },
    J2: { title: 'Linear, orthogonal: every direction alike' },
    J3: { title: 'ReLU, He: var(s²)/mean(s²)²' },
    J4: { title: 'ReLU, √2 · orthogonal: var(s²)/mean(s²)²' },
    J6: { title: 'tanh on the critical line: var(s²)/mean(s²)²' },
    O1: { title: 'Logits of spread s cost s²/2 more than ln C' },
    O3: { title: 'The loss of who knows nothing: ln C' },
    O4: { title: 'ReLU nets without biases: the chance that one input is lost' },
    O7: { title: 'Kurtosis of what the rules draw' },
  } satisfies Record<string, RowWords>,
};

export type PapersWords = typeof papersEn;

/** The words of a row by its id; a test requires them for every row of the table. */
export const rowWords = (words: PapersWords, id: string): RowWords => {
  const rows: Readonly<Record<string, RowWords>> = words.rows;
  return rows[id] ?? { title: id };
};
