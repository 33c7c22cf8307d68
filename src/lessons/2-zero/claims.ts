/** The claims of this chapter, checked against the engine. */
import {
  distinct,
  finalLoss,
  firstLoss,
  keptOf,
  lab,
  layersOf,
  learnedAt,
  near,
  race,
} from '../facts/claim.ts';
import type { Claim } from '../facts/claim.ts';

const CIRCLE = 'input=circle&depth=2&width=8&lr=0.1&steps=500';

export const CLAIMS: readonly Claim[] = [
  race(
    'zero/all-zero',
    'the loss starts at ln 2 and stays',
    (facts) =>
      near(firstLoss(facts, 0), Math.LN2, 1e-6) && near(finalLoss(facts, 0), Math.LN2, 0.005),
  ),
  lab('zero/why-flat', 'with tanh, nothing comes forward and no gradient comes back', (facts) =>
    layersOf(facts, 0).every(
      ({ activations, gradients, weightGradients }) =>
        activations.zero === 1 && gradients?.zero === 1 && weightGradients?.zero === 1,
    ),
  ),
  lab(
    'zero/why-flat',
    'with sigmoid, every unit puts out ½ and the hidden layers get no gradient at the first step',
    (facts) =>
      layersOf(facts, 0).every(
        ({ activations, weightGradients, distinctUnits }) =>
          activations.min === 0.5 &&
          activations.max === 0.5 &&
          weightGradients?.zero === 1 &&
          distinctUnits === 1,
      ),
    { query: 'input=circle&depth=2&width=8&act=sigmoid&lane=zeros' },
  ),
  race(
    'zero/why-flat',
    'with sigmoid, the units of a layer stay equal however long it trains',
    (facts) => distinct(facts, 0).join() === '1,1' && learnedAt(facts, 0) === null,
    { query: `${CIRCLE}&act=sigmoid&lane=zeros` },
  ),
  race(
    'zero/why-flat',
    'with sigmoid, the layers below the output get a gradient later, and the loss stays',
    (facts) => {
      const [first, later] = facts.races[0]?.records ?? [];
      return (
        first?.firstLayerGradient === 0 &&
        (later?.firstLayerGradient ?? 0) > 0 &&
        near(finalLoss(facts, 0), Math.LN2, 0.005)
      );
    },
    { query: `${CIRCLE}&act=sigmoid&lane=zeros` },
  ),
  race('zero/constant', 'at the first step nothing comes back to the first layer', (facts) => {
    const [first, later] = facts.races[0]?.records ?? [];
    return first?.firstLayerGradient === 0 && (later?.firstLayerGradient ?? 0) > 0;
  }),
  race(
    'zero/constant',
    'the loss falls a little, in lock step, and nothing is learned',
    (facts) =>
      finalLoss(facts, 0) < firstLoss(facts, 0) - 0.01 &&
      learnedAt(facts, 0) === null &&
      distinct(facts, 0).join() === '1,1',
  ),
  race(
    'zero/symmetry',
    'random biases break the symmetry as random weights do, and learn less',
    (facts) =>
      distinct(facts, 0).join() === '1,1' &&
      distinct(facts, 1).join() === '8,8' &&
      distinct(facts, 2).join() === '8,8' &&
      learnedAt(facts, 0) === null &&
      learnedAt(facts, 1) === null &&
      learnedAt(facts, 2) !== null &&
      [1, 2].every((lane) => facts.races[lane]?.records[0]?.distinctUnits.join() === '8,8'),
  ),
  race(
    'zero/nudge',
    'a weight pushed in the first layer makes one unit different; its twins stay twins',
    (facts) => distinct(facts, 0).join() === '2,1',
    { query: `${CIRCLE}&act=tanh&lane=constant(value=0.5)&nudge=1,3,1,0.1` },
  ),
  race(
    'zero/nudge',
    'a second push takes the place of the first: still two different units',
    (facts) => distinct(facts, 0).join() === '2,1',
    { query: `${CIRCLE}&act=tanh&lane=constant(value=0.5)&nudge=1,3,1,0.1&nudge=1,5,1,0.1` },
  ),
  race(
    'zero/nudge',
    'a weight pushed in the second layer does so on both its ends',
    (facts) => distinct(facts, 0).join() === '2,2',
    { query: `${CIRCLE}&act=tanh&lane=constant(value=0.5)&nudge=2,3,2,0.1` },
  ),

  race(
    'zero/when-zero-is-right',
    'without a hidden layer zero learns, sooner than random weights',
    (facts) => (learnedAt(facts, 0) ?? Infinity) < (learnedAt(facts, 1) ?? Infinity),
  ),
  lab(
    'zero/next',
    'zero and the constant are one unit; 0.1 has different units, and its size is not kept',
    (facts) => {
      const [zero, constant, random] = keptOf(facts);
      return (
        zero === 'false false false' &&
        constant?.startsWith('false') === true &&
        random === 'true false false'
      );
    },
  ),
];
