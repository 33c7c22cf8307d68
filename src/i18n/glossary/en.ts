/** The meaning of the page's words, symbols and controls, in a sentence each. Fetched with the help. */
import type { Shape } from '../page/en.ts';

export const glossaryEn = {
  title: 'Words and symbols',
  open: 'Glossary',
  symbols: 'Symbols',
  words: 'Words',
  controls: 'Controls',
  verdictsTitle: 'Verdicts',
  terms: {
    weight: { name: 'weight', about: 'What a unit multiplies one input by; a row of W is a unit.' },
    bias: { name: 'bias', about: 'What is added to the sum. It usually starts at zero.' },
    preActivation: { name: 'pre-activation', about: 'The weighted sum, before the activation.' },
    activation: { name: 'activation', about: 'What a unit passes on: the curve’s value at z.' },
    curve: {
      name: 'activation function',
      about: 'The curve every unit passes its sum through: ReLU, tanh, sigmoid …; f′ is its slope.',
    },
    sigmoid: {
      name: 'sigmoid',
      about:
        'The curve from 0 to 1, ½ at z = 0. Its slope σ′ is a quarter there and less elsewhere.',
    },
    slope: {
      name: 'slope',
      about: 'How steep a leaky ReLU is on the negative side; 0 is ReLU, 1 a straight line.',
    },
    relu: { name: 'ReLU', about: 'Negative numbers become 0, the others stay as they are.' },
    input: {
      name: 'input',
      about: 'A number that comes into a unit; in (−x, x), the limit of a uniform draw.',
    },
    cost: {
      name: 'cost',
      about: 'How wrong the network is: what training makes smaller. Also: loss.',
    },
    gradient: {
      name: 'gradient',
      about: 'How the cost changes with z. It travels from the last layer to the first.',
    },
    weightGradient: {
      name: 'weight gradient',
      about: 'How the cost changes with each weight; a step of training goes against it.',
    },
    backpropagation: {
      name: 'backpropagation',
      about: 'Computing the gradients from the last layer back to the first: the way back.',
    },
    vanishingGradient: {
      name: 'vanishing gradient',
      about:
        'Every layer shrinks the gradient on its way back, until the first layers get nothing.',
    },
    explodingGradient: {
      name: 'exploding gradient',
      about: 'Every layer enlarges the gradient on its way back, until a step breaks the weights.',
    },
    meanSquare: {
      name: 'mean square',
      about: 'The average of the squares. With mean 0 it is the variance; after ReLU it is more.',
    },
    std: {
      name: 'standard deviation (std), spread',
      about: 'How far values spread around their mean. Its square is the variance.',
    },
    variance: {
      name: 'variance',
      about: 'The mean squared distance from the mean. Variances of independent terms add up.',
    },
    mean: { name: 'mean, expected value', about: 'The average over all draws or all values.' },
    fan: { name: 'number of terms', about: 'How many products a unit adds up.' },
    fanIn: { name: 'fan-in', about: 'How many inputs a unit of the layer has.' },
    fanOut: {
      name: 'fan-out',
      about: 'How many units the layer has, which is where gradients come from.',
    },
    units: {
      name: 'units of layer l',
      about: 'How many units layer l has; l − 1 is the layer before.',
    },
    layer: {
      name: 'layer',
      about: 'Layers are counted from 1 at the input; [l] marks what belongs to layer l.',
    },
    index: { name: 'row', about: 'Which unit of a layer: row i of its matrix.' },
    shape: { name: 'shape of a matrix', about: 'So many rows and so many columns of numbers.' },
    normal: {
      name: 'normal distribution',
      about: 'The bell around μ with standard deviation σ; it has no edges.',
    },
    uniform: { name: 'uniform distribution', about: 'Every number from a to b is equally likely.' },
    guess: {
      name: 'loss of a guess',
      about:
        'The loss of giving every class the same chance: ln 2 ≈ 0.693 with two classes, ln 10 ≈ 2.303 with ten, ln C with C of them.',
    },
    blocks: {
      name: 'residual blocks',
      about: 'How many residual branches are added, one after the other.',
    },
    kernel: {
      name: 'kernel size',
      about: 'How many places a convolution looks at, along each side of its square.',
    },
    channels: {
      name: 'channels',
      about:
        'How many numbers stand at each place of a picture: c enter a convolution, d leave it.',
    },
    transpose: { name: 'transposed', about: 'Rows and columns of a matrix exchanged.' },
    seed: {
      name: 'seed',
      about: 'The number all draws come from. Every lane scales the same draws.',
    },
    lane: {
      name: 'lane',
      about: 'One network with one way to start; lanes side by side differ in it.',
    },
    histogram: {
      name: 'histogram',
      about: 'How many values lie where: the higher, the more. Each is drawn to its own peak.',
    },
    saturation: {
      name: 'saturation',
      about: 'Values at the flat ends of a curve, where its slope is nearly zero.',
    },
    distinct: {
      name: 'distinct units',
      about: 'Units whose weights, bias or outputs differ in at least one bit; twins count once.',
    },
    gain: { name: 'gain', about: 'A factor on every weight.' },
    truncated: {
      name: 'truncated',
      about: 'Drawn again whenever a draw falls beyond two standard deviations.',
    },
    logAxis: {
      name: 'logarithmic axis',
      about: 'Equal distances are equal factors; a straight line is the same factor in each layer.',
    },
    step: { name: 'step', about: 'One update of all weights, on one mini-batch.' },
    epoch: {
      name: 'epoch',
      about: 'So many steps that every example has been used once on average.',
    },
    loss: {
      name: 'loss',
      about: 'The cost over a whole set of examples: the points trained on, or images kept apart.',
    },
    accuracy: {
      name: 'accuracy',
      about: 'Share of right answers; here a network counts as having learned at 95 %.',
    },
    theory: {
      name: 'theory',
      about: 'What an infinitely wide layer would do; the lines in the charts.',
    },
    overflow: {
      name: 'overflow, underflow',
      about: 'A number too large or too small for its format: it becomes infinite, or exactly 0.',
    },
  },
  settings: {
    initializer: 'What the weights are drawn from.',
    lane: 'One more network beside the others.',
    act: 'The curve every hidden unit passes its sum through.',
    depth: 'How many hidden layers there are.',
    width: 'How many units each hidden layer has.',
    batch: 'How many examples are sent through; statistics are taken over all of them.',
    quantity: 'Which numbers the histograms show: h, z, ∂C/∂z, ∂C/∂W or W.',
    scale: 'One axis for all layers, or for each its own.',
    seed: 'The number all draws come from.',
    input: 'What comes in: noise, or points of two classes.',
    in: 'How many numbers an example has.',
    out: 'How many outputs the network has.',
    bias: 'What the biases are drawn from.',
    precision: 'The number format that values are held in between the layers.',
    seeds: 'The same run from many seeds: a band around the line.',
    backward: 'Whether gradients are computed, from the last layer back (backpropagation).',
    export: 'The numbers and pictures as files.',
    lr: 'How far a step goes against the gradient.',
    steps: 'How many updates the race has.',
    momentum: 'How much of the last step each step keeps.',
    train_batch: 'How many examples each step looks at.',
    rescue:
      'Batch normalization, residual connections or clipped gradients: help after the start; in a deep net one alone is not always enough.',
    net: 'Fully connected layers, or convolutions of pictures.',
    kernel: 'The side of a convolution’s kernel.',
    padding: 'What a convolution finds beyond the border.',
    block: 'One layer after the other, or blocks that add their input to their output.',
    branch: 'What a residual branch is multiplied by before it is added.',
    norm: 'What brings pre-activations to mean 0 and variance 1 before the activation.',
    head: 'What the output layer alone is drawn from.',
    input_mean: 'What the inputs are shifted to.',
    input_std: 'What the inputs are scaled to.',
    keep: 'The share of activations that stay in every step.',
    imbalance: 'How many times as frequent the other classes are as the last one.',
    prior_bias: 'Output biases that start at the logarithms of the class shares.',
    gain: 'Multiplies every weight of the lane.',
    recipe: 'He’s start in three clicks.',
    shape: 'Fan-in and fan-out of one layer.',
    skip: 'Going on to the outcome without a prediction.',
  },
  verdicts: {
    healthy: 'The spread stays about the same from layer to layer, and the gradient’s too.',
    vanishing: 'Values or gradients shrink from layer to layer until nothing is left.',
    exploding:
      'Values or gradients grow from layer to layer; go on, and no number format can hold them.',
    saturated: 'Many units sit on the flat ends of the curve, where the derivative is nearly zero.',
    symmetric: 'Units that start equal stay equal: the layer is worth one unit.',
    dead: 'No unit of a layer passes anything on, whatever comes in.',
  },
} as const;

export type GlossaryWords = Shape<typeof glossaryEn>;
export type TermId = keyof GlossaryWords['terms'];
