/** What the words and symbols of the page mean, in a sentence each. */
export const glossary = {
  title: 'Words and symbols',
  terms: {
    weight: { name: 'weight', about: 'What a unit multiplies one input by; a row of W is a unit.' },
    bias: { name: 'bias', about: 'What is added to the sum. It usually starts at zero.' },
    preActivation: { name: 'pre-activation', about: 'The weighted sum, before the activation.' },
    activation: { name: 'activation', about: 'What a unit hands on: the curve’s value at z.' },
    gradient: {
      name: 'gradient',
      about: 'How the cost changes with z. It travels from the last layer to the first.',
    },
    std: {
      name: 'standard deviation',
      about: 'How far values spread around their mean. Its square is the variance.',
    },
    fan: {
      name: 'fan-in, fan-out',
      about: 'How many inputs a layer has, and how many units.',
    },
    seed: {
      name: 'seed',
      about: 'The number all draws come from. Every lane scales the same draws.',
    },
  },
  verdicts: {
    healthy: 'The spread stays about the same from layer to layer, and the gradient’s too.',
    vanishing: 'Values or gradients shrink from layer to layer until nothing is left.',
    exploding: 'They grow from layer to layer until no number format can hold them.',
    saturated: 'Many units sit on the flat ends of the curve, where the derivative is nearly zero.',
    symmetric: 'Units that start equal stay equal: the layer is worth one unit.',
    dead: 'No unit of a layer passes anything on, whatever comes in.',
  },
} as const;
