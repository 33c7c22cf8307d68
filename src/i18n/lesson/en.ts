/**
 * The lesson's words apart from its texts, which are in src/lessons; fa.ts has the same keys. Fetched with the
 * lesson.
 */
import type { Shape } from '../page/en.ts';

export const lessonEn = {
  chapters: {
    start: 'What is initialization?',
    zero: 'Zero, and any constant',
    random: 'Random: uniform and normal',
    sigmoid: 'The problem: sigmoid',
    xavier: 'Xavier / Glorot',
    frameworks: 'What does my framework do?',
    he: 'He / Kaiming for ReLU',
    choose: 'Which one, then?',
    clinic: 'It does not learn. Why?',
  },
  contents: 'Chapters',
  present: 'Present',
  presentHint: 'Full screen for the projector (P)',
  notes: 'Notes',
  notesHint: 'Speaker’s notes in a second window (N)',
  step: (n: string, of: string) => `Step ${n} of ${of}`,
  stepName: (n: string, title: string) => `Step ${n}: ${title}`,
  seen: (n: string, of: string) => `${n} of ${of}`,
  next: 'Next',
  nextChapter: 'Next chapter',
  back: 'Back',
  reveal: 'Show what happens',
  skip: 'Skip and show',
  again: 'Ask me again',
  waiting: 'Your prediction first. Then this stage runs.',
  answers: {
    right: 'As you thought.',
    wrong: 'You thought otherwise. Look again at the picture.',
    skipped: 'You made no prediction.',
    watch: 'Watch …',
    start: 'Start the race to see.',
    yours: 'your answer',
    correct: 'what happened',
  },
  notice: {
    chapter: (id: string) => `There is no chapter “${id}”. This is the first one.`,
    step: (id: string) => `This chapter has no step “${id}”. This is its first one.`,
  },
  numbers: { pending: 'not computed yet', never: 'never' },
  between: { axis: 'between examples', line: 'signal' },
  threeQuestions: {
    caption:
      'Units different? Signal kept? Gradient kept on its way back? × is the last size over the first.',
    start: 'start',
    different: 'units',
    forward: 'signal',
    backward: 'gradient',
    yes: 'yes',
    no: 'no',
    units: (n: string, of: string) => `${n} of ${of}`,
    times: (ratio: string) => `×${ratio}`,
  },
  stage: 'Stage',
  sketch: {
    title: 'How far does each layer spread? Draw it.',
    revealed: 'Your line and the measured one',
    label: (layers: string) => `Your sketch: the spread of ${layers} layers`,
    hint: 'Draw with the pointer, from left to right. Or by keys: ← → choose a layer, ↑ ↓ move its point.',
    x: 'layer',
    y: 'std of the activations',
    at: (layer: string, value: string) => `layer ${layer}: ${value}`,
    nothing: (layer: string) => `layer ${layer}: not drawn`,
    clear: 'Clear',
    yours: 'you',
    measured: 'measured',
    close: (layer: string, measured: string) => `You were close: layer ${layer} has ${measured}.`,
    high: (layer: string, decades: string, measured: string) =>
      `Layer ${layer} has ${measured}: ${decades} powers of ten less than you drew.`,
    low: (layer: string, decades: string, measured: string) =>
      `Layer ${layer} has ${measured}: ${decades} powers of ten more than you drew.`,
    none: (measured: string) => `The last layer has ${measured}.`,
  },
  quiz: {
    question: (n: string, of: string) => `Question ${n} of ${of}`,
    next: 'Next question',
  },
  recap: {
    empty: 'No predictions yet. They will gather here as you walk through the chapters.',
    skipped: 'no prediction',
    sketch: (decades: string) => `Your sketch was ${decades} powers of ten off at its end.`,
    sum: (right: string, of: string) => `${right} of ${of} as you thought.`,
  },
  dial: {
    weights: 'Weights',
    times: (g: string) => `${g} × Xavier`,
  },
  recipe: {
    label: 'The recipe',
    normal: 'Weights and biases from N(0, 1)',
    scale: 'Multiply by √(2/n)',
    bias: 'Set the biases to 0',
  },
  shape: { fanIn: 'Fan-in', fanOut: 'Fan-out', units: (n: string) => n },
  net: {
    title: 'Which number is which weight?',
    summary: (a: string, b: string, c: string) =>
      `A network with ${a} inputs, ${b} hidden units and ${c} outputs, and its two weight matrices.`,
    caption: 'Brown is negative, green positive; the thicker, the larger.',
    weight: (layer: string, to: string, from: string) =>
      `weight of layer ${layer}, from ${from} to ${to}`,
    matrix: (layer: string) => `Weight matrix of layer ${layer}`,
    bias: (layer: string, unit: string) => `bias of layer ${layer}, unit ${unit}`,
    row: (unit: string) => `Row ${unit} is everything unit ${unit} listens with.`,
    hint: 'Point at a line or at a number. By keys: Tab to a matrix, then the arrows.',
    deep: (units: string) => `A network with layers of ${units} units, and its weight matrices.`,
    part: (units: string, layers: string) =>
      `This network is too large to draw whole: these are the first units of a layer, ${units} at most, and the first layers, ${layers} at most.`,
    byData: 'LSUV sets its weights by the examples it sees; there is no matrix before that.',
    kernels:
      'The weights of a convolution are small kernels, the same at every place: there is no line for each of them. The fan calculator draws which numbers feed which.',
    tooLarge:
      'An orthogonal matrix this large takes too long to draw here. Make the layers narrower.',
  },
  draw: {
    title: 'Two weights and a bias, drawn',
    again: 'Run it',
    runs: (n: string) => (n === '1' ? 'run once' : `run ${n} times`),
    summary: (inside: string, all: string) => `${inside} of ${all} numbers lie inside ±0.1.`,
    uniform: 'uniform',
    normal: 'normal',
    shape: 'Distribution',
    interval: 'the interval ±0.1',
    code: 'The draw in NumPy',
    many: (n: string) => `${n} times`,
    run: 'run',
    clear: 'Start over',
    x: 'value drawn',
    caption:
      'Each run draws two weights and a bias; the dots of earlier runs stay. The run’s number is its seed: run 3 is the same for everybody.',
  },
  draws: {
    title: 'What do the weights look like?',
    inside: '±0.1',
    outside: (share: string) => `${share} outside ±0.1`,
    std: (std: string) => `σ = ${std}`,
    x: 'weight',
    caption: (shaded: boolean) =>
      `Weights of layer 1, each lane to its own peak${shaded ? '; what lies outside ±0.1 is dark' : ''}. Dashed: the distribution they are drawn from.`,
  },
  neuron: {
    title: 'How far does the sum spread?',
    inputs: 'Inputs n',
    summary: (n: string, std: string, root: string) =>
      `With ${n} inputs the sum has a standard deviation of ${std}; the square root of n is ${root}.`,
    measured: 'measured std',
    root: '√n',
    x: 'z, the sum of n products',
    caption: (samples: string) =>
      `${samples} neurons, weights and inputs from N(0, 1). The neuron in the picture is one of them: brown lines pull its sum down, green ones push it up.`,
    another: 'Another neuron',
    grows: 'std of z',
  },
  gauges: {
    title: 'By what is the variance multiplied, forward and back?',
    forward: 'forward',
    backward: 'backward',
    rule: 'Variance of a weight',
    kept: 'kept',
    summary: (forward: string, backward: string) =>
      `Forward the variance is multiplied by ${forward}, backward by ${backward}.`,
    reads: (direction: string, factor: string) => `${direction}: ${factor}`,
    caption:
      'The layer multiplies the variance by this; at 1 it is kept. Solid lines: what one output adds up. Dashed: what one input gets back.',
    halved: 'ReLU halves both.',
  },
  defaults: {
    title: 'What did I get by default?',
    caption: 'Nothing about initialization was said; this is what the library draws.',
    summary: 'For each library: what it draws the weights of this layer from.',
    library: 'library',
    weights: 'weights',
    limit: 'limit',
    std: 'std',
    bias: 'bias',
    code: 'the same, said out loud',
    none: 'no layers, no default: this is the lecture’s draw',
    truncated: (limit: string) => `normal, cut at ±${limit}`,
    uniform: (limit: string) => `uniform, ±${limit}`,
    normal: 'normal',
    numbers: (std: string, bias: string) => `std ${std} · bias: ${bias}`,
    row: (library: string, draw: string, std: string, bias: string) =>
      `${library}: ${draw}, std ${std}, bias: ${bias}`,
  },
  decisions: {
    title: 'Which rule for which activation?',
    summary: (right: string, all: string) =>
      `${right} of ${all} activations have a rule that works here.`,
    caption: (layers: string, units: string) =>
      `${layers} layers of ${units} units. The small charts: the spread of each layer, and of the gradient on its way back, from a thousandth to a thousand; the line is 1. The verdict counts both.`,
    activation: 'activation',
    rule: 'start with',
    choose: '– choose –',
    verdict: 'verdict',
  },
  instruments: {
    title: 'Instruments of the lesson',
    net: 'small net',
    draws: 'weights drawn',
    neuron: 'one neuron',
    draw: 'dice',
    gauges: 'gauges',
    fans: 'fan calculator',
    decisions: 'decision table',
  },
};

export type LessonWords = Shape<typeof lessonEn>;
