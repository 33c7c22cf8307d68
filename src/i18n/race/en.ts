/** The English words of the races; fa.ts has the same keys. */
import type { Rescue } from '../../engine/lab/trainSettings.ts';
import type { Shape } from '../page/en.ts';

export const raceEn = {
  title: 'Which initialization lets it learn?',
  lead: 'The same network, data, mini-batches and learning rate. Only the first numbers differ.',
  data: 'Data',
  lr: 'Learning rate',
  steps: 'Steps',
  stepsText: (n: string) => `${n} steps`,
  momentum: 'Momentum',
  trainBatch: 'Mini-batch',
  seeds: 'Seeds per lane',
  rescues: 'Training aids',
  rescue: {
    batch_norm: {
      name: 'Batch normalization',
      about:
        'Every unit’s pre-activations are brought to mean 0 and variance 1 in each mini-batch. The gradient grows with every layer on its way back: alone, a slow help in a deep net.',
      cite: 'Ioffe and Szegedy 2015',
    },
    residual: {
      name: 'Residual connections',
      about:
        'Every layer adds to what came in, so signal and gradient have a straight way through. The sum grows from layer to layer: in a deep net, combine it with normalization.',
      cite: 'He et al. 2016',
    },
    clip: {
      name: 'Gradient clipping',
      about: 'A gradient whose norm exceeds 1 is scaled down to norm 1.',
      cite: 'Pascanu, Mikolov and Bengio 2013',
    },
  } satisfies Record<Rescue, object>,
  imbalance: 'Classes of unequal size',
  balanced: 'equal',
  imbalanceOf: (times: string) => `last class 1 : ${times}`,
  imbalanceNote: (rare: string, entropy: string, chance: string) =>
    `The last class is ${rare} of the examples. Knowing only the shares costs their entropy, ${entropy}; guessing all alike costs ln C = ${chance}. Accuracy is the mean over the classes: always naming the frequent one would be right nearly always.`,
  priorBias: 'Output biases from the class shares',
  /** Part of a lane's name. */
  withPrior: 'with class shares',
  withoutPrior: 'without class shares',
  priorNote:
    'The output layer’s biases start at the logarithms of the shares, on top of what is drawn.',
  firstLoss: {
    title: 'The first loss: what does it cost to know nothing?',
    caption:
      'Guessing all classes alike costs ln C. Knowing their shares costs their entropy, which is less when one class is rare. What lies above is what the output layer claims without knowing.',
    lane: 'Lane',
    measured: 'First loss',
    chance: 'ln C',
    entropy: 'Entropy of the classes',
  },
  /** Part of a lane's name. */
  noRescue: 'no training aid',
  lsuv: 'LSUV is such an aid, too: choose it as a lane’s initializer.',
  onlyHere: 'Training, only in this lane',
  play: 'Play',
  pause: 'Pause',
  back: 'One step back',
  forward: 'One step forward',
  restart: 'From the start',
  toEnd: 'To the end',
  stop: 'Stop computing',
  goOn: 'Continue',
  scrub: 'Step',
  atStep: (step: string, steps: string) => `step ${step} of ${steps}`,
  pace: 'Pace',
  paces: { slow: 'slow', normal: 'normal', fast: 'fast', instant: 'at once' },
  stopAt: 'Pause at step',
  noStop: 'never',
  cost: (time: string, cores: string) =>
    `A large race: about ${time} of computing where ${cores} cores share it. Fewer units, fewer layers or fewer steps take less.`,
  startRace: 'Start the race',
  startCost: (time: string, cores: string) =>
    `This race is long: about ${time} of computing where ${cores} cores share it. It runs only when you start it.`,
  computing: (percent: string, left: string) => `${percent} computed, about ${left} left`,
  computed: (ms: string) => `computed in ${ms}`,
  stopped: 'stopped',
  lanes: 'What has each lane learned?',
  lanesCaption:
    'Colour is what the network answers at that place, points are the examples; each lane at the step above.',
  shapesetCaption: 'Loss and accuracy are taken on 512 images that no step ever trains on.',
  digitsCaption: (test: string, training: string) =>
    `Loss and accuracy are taken on the last ${test} pictures; steps train on the first ${training} alone.`,
  learned: (step: string, share: string) => `${share} right at step ${step}`,
  notLearned: (share: string) => `has not reached ${share} yet`,
  neverLearned: (steps: string, share: string) => `never ${share} in ${steps} steps`,
  diverged: (step: string) => `diverged at step ${step}`,
  wrong: (wrong: string, count: string) => `${wrong} of ${count} wrong`,
  lossIs: (loss: string) => `loss ${loss}`,
  boundaryLabel: (name: string, wrong: string) => `Decision regions of ${name}: ${wrong}`,
  tracks: 'Who arrives, and when?',
  tracksCaption: (share: string) =>
    `A track fills with its colour as answers become right; the flag stands at ${share}. The thread under it is the gradient of layer 1, on a log scale, dotted where it is exactly 0.`,
  never: 'never',
  spokenNever: (name: string) => `${name}: never`,
  loss: 'How fast does the loss fall?',
  lossY: 'loss (cross-entropy)',
  accuracy: 'How many examples are right?',
  accuracyY: 'share right',
  gradient: 'Does gradient reach the first layer?',
  gradientY: 'mean |∂C/∂W| of layer 1',
  step: 'step',
  stepN: (n: string) => `step ${n}`,
  chance: (classes: string) => `guessing among ${classes} classes`,
  ringCaption: (share: string) =>
    `A ring marks where a lane first had ${share} right, a cross where one diverged.`,
  bandCaption: (n: string) => `Lines are medians of ${n} seeds, bands hold 5 to 95 %.`,
  spoken: (name: string, value: string) => `${name}: ${value}`,
  seedsTitle: 'How often does it learn?',
  seedsLane: 'lane',
  seedsLearned: 'learned',
  seedsMedian: 'median step',
  seedsDiverged: 'diverged',
  seedsOf: (learned: string, done: string) => `${learned} of ${done}`,
  seedsProgress: (done: string, total: string) => `${done} of ${total} runs`,
  inside: 'Look inside, at this step',
  insideTabs: { units: 'units', ratios: 'diagnostics', layers: 'histograms', spread: 'spread' },
  noHidden: 'No hidden layer: the inputs go straight to the outputs (softmax regression).',
  units: 'How many different units are there?',
  unitsCaption:
    'Filled units under one bracket are equal to the last bit: same incoming weights and bias, same output. A hollow unit is like no other. Lines are weights, thicker is larger.',
  unitsBars: 'A full bar: every unit of the layer differs from every other.',
  everyUnit: 'Show every unit',
  fewerUnits: 'Show bars only',
  unitsMany:
    'Filled units under one bracket are equal to the last bit; a hollow unit is like no other. This net is too large for its lines.',
  distinct: (distinct: string, units: string, layer: string) =>
    `layer ${layer}: ${distinct} of ${units} different`,
  /** Large text about the first layer. */
  unitTimes: (times: string) => `1 unit, ${times} times`,
  unitsAll: (units: string) => `${units} units`,
  unitsOf: (distinct: string, units: string) => `${distinct} of ${units} units`,
  times: (n: string) => `×${n}`,
  nudge: 'Nudge one weight',
  nudgeHint: 'Adds 0.01 to one weight of the first layer before training begins, in every lane.',
  /** Part of a lane's name. */
  nudged: 'one weight nudged',
  nudgeAt: (layer: string, unit: string, input: string) =>
    `Weight of layer ${layer}, unit ${unit}, input ${input} starts 0.01 higher.`,
  unnudge: 'Undo the nudge',
  weight: (layer: string, unit: string, input: string, value: string) =>
    `layer ${layer}, unit ${unit}, input ${input}: ${value}`,
  ratios: 'How large is one step, next to the weights?',
  ratiosY: 'update ÷ weight',
  ratiosX: 'layer',
  ratiosCaption:
    'Root mean square of the next update over that of the weights. About 10⁻³ is usual.',
  table: {
    lane: 'lane',
    loss: 'loss at the start',
    chance: 'ln C',
    saturated: 'saturated',
    dead: 'dead units',
    gradient: 'gradient ÷ weight, layer 1',
    update: 'update ÷ weight, layer 1',
  },
  doors: {
    deep: 'Thirty layers of ReLU: He or Xavier?',
    zero: 'Zero weights: does the loss move?',
    symmetric: 'All weights 0.5: how many units are left?',
    rescue: 'A bad start: does batch normalization save it?',
    sigmoid: 'Sigmoid with Xavier: does it train?',
    spirals: 'Two spirals: which net finds the border?',
  },
  ask: 'Or try one of these questions',
} as const;

export type RaceWords = Shape<typeof raceEn>;
