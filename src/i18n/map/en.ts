/** The English words of the map of order and chaos; fa.ts has the same keys. */
import type { Shape } from '../page/en.ts';

export const mapEn = {
  title: 'Order and chaos',
  lead: 'A start is two numbers: how wide the weights are and how wide the biases are. On one side of a line all inputs become alike, on the other they lose every likeness. Deep networks learn near the line.',
  controls: 'What the map is of',
  point: 'The point on the map',
  pointValue: (weight: string, bias: string, chi: string) =>
    `σ_w² = ${weight}, σ_b² = ${bias}, χ₁ = ${chi}`,
  map: 'Where does each start stand?',
  mapSummary: (act: string, chi: string, phase: string) =>
    `${act}: at the point χ₁ is ${chi}, ${phase}.`,
  mapCaption:
    'Drag the yellow point, or move it with the arrow keys: circle, function and histograms follow. χ₁ is the factor on the variance of a gradient, layer by layer, far from the input.',
  weightVariance: 'σ_w² = n · Var(w)',
  biasVariance: 'σ_b² = Var(b)',
  ordered: 'order: inputs grow alike',
  chaotic: 'chaos: inputs part',
  order: 'order',
  chaos: 'chaos',
  critical: 'χ₁ = 1',
  away: 'the variance runs away',
  phases: {
    ordered: 'in the ordered phase',
    chaotic: 'in the chaotic phase',
    critical: 'on the critical line',
    away: 'where the variance runs away: there is no fixed point',
  },
  noLine:
    'For this activation the variance either dies out or runs away; χ₁ = 1 is a single point of the map.',
  none: 'none',
  facts: 'Far from the input',
  q: 'variance of z, q*',
  chi: 'factor on gradients, χ₁',
  c: 'correlation of two inputs, c*',
  xi: 'depth scale ξ, in layers',
  putBack: 'To the critical line',
  circle: 'A circle through the net',
  circleSummary: (q: string) =>
    `A circle of inputs after 1, 5, 10 and 15 layers, in its first three principal components; after the last layer the variance is ${q}.`,
  circleCaption:
    'In order the circle shrinks to a point (each picture is drawn to its own scale: look at the share); in chaos it becomes a ball of wool.',
  circleOf: (layer: string, share: string) => `layer ${layer} · ${share} in three directions`,
  circleLabel: (layer: string) => `the circle after layer ${layer}`,
  turn: 'Turn',
  plane: 'What does the untrained net draw?',
  planeSummary: (std: string) =>
    `One output of an untrained net of ten layers over the plane; its spread is ${std}.`,
  planeCaption: (std: string) =>
    `One output of ten layers, over a square of inputs; its spread over the square is ${std}. Colours are scaled to it.`,
  directions: 'What happens to every direction?',
  directionsTitle: { gaussian: 'Normal weights', orthogonal: 'Orthogonal weights' },
  directionsSummary: (draw: string, largest: string, smallest: string) =>
    `${draw}: after the last layer singular values reach from ${smallest} to ${largest}.`,
  directionsCaption: (measured: string, theory: string) =>
    `var(s²)/mean(s²)² after the last layer: ${measured}; theory for an infinitely wide net: ${theory}.`,
  directionsLead:
    'A small step of the input, in any direction, is stretched or squeezed by the layers: by the singular values of the Jacobian. The spread of a layer is their mean alone.',
  singular: 'singular values s',
  layer: 'layer',
  largest: 'largest',
  median: 'median',
  smallest: 'smallest',
  lost: (share: string) => `${share} exactly 0`,
  ellipse: 'A net of two units: a circle around an input becomes an ellipse',
  ellipseOf: (layer: string) => `layer ${layer}`,
  train: 'Where can a network learn?',
  trainLead: 'Every cell is a short race from its own start. Click one to open it.',
  trainSummary: (learned: string, done: string, all: string) =>
    `${learned} of ${done} cells have learned; ${all} in all.`,
  trainCaption: (lr: string, steps: string, seeds: string, bias: string) =>
    `Learning rate ${lr}, at most ${steps} steps, ${seeds} per cell, σ_b² = ${bias}. In a cell: the step at which it had learned. The dashed line is 6 ξ, as deep as theory lets a signal come. Another learning rate or more steps give another map.`,
  seedsOf: (count: string) => `seeds: ${count}`,
  depth: 'layers',
  run: 'Train the cells',
  again: 'Train again',
  cancel: 'Stop',
  cost: (seconds: string) => `At most about ${seconds} on this device.`,
  progress: (done: string, all: string, time: string) => `${done} of ${all} cells · ${time}`,
  cancelled: 'Stopped; what has been computed stays.',
  failed: 'A thread gave up. What has been computed stays.',
  cell: (depth: string, variance: string) => `${depth} layers, σ_w² = ${variance}`,
  learnedAt: (step: string) => `learned at step ${step}`,
  notLearned: 'not learned',
  diverged: 'loss no longer a number',
  notYet: 'not trained yet',
  trainWidth: 'Width',
  trainSeeds: 'Seeds per cell',
  dead: 'Born dead: which ReLU nets never say anything?',
  deadLead:
    'In a ReLU layer of N units without biases every unit is off for a given input with probability 2⁻ᴺ, whatever the spread of the weights. One such layer, and nothing comes through any more: 1 − (1 − 2⁻ᴺ)ᴸ after L layers. Neither Xavier nor He can help; more units do.',
  deadY: 'share of nets dead for an input',
  deadWidth: (width: string) => `N = ${width}`,
  deadCaption: (nets: string) =>
    `Dots: counted over ${nets} random nets of each width, one input each. Lines: theory.`,
  deadSummary: (width: string, measured: string, theory: string) =>
    `width ${width}: ${measured} counted, ${theory} predicted`,
  deadDepth: 'Layers',
  lane: 'The net at the point, beside Xavier and He',
  numbers: { start: 'Start', chi: 'χ₁' },
} as const;

export type MapWords = Shape<typeof mapEn>;
