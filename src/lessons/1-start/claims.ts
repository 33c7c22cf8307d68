/** The claims of this chapter, checked against the engine. */
import {
  firstLoss,
  gradient,
  lab,
  layer,
  learnedAt,
  near,
  race,
  std,
  steps,
  verdict,
} from '../facts/claim.ts';
import type { Claim } from '../facts/claim.ts';

export const CLAIMS: readonly Claim[] = [
  race('start/does-it-matter', 'two of the four starts learn: Xavier and He', (facts) =>
    [0, 1, 2, 3].every((lane) => (learnedAt(facts, lane) === null) === lane < 2),
  ),
  race(
    'start/watch-them-part',
    'the loss starts at ln 2 or a little above in every lane',
    (facts) =>
      // With He, the outputs are as large as the input, so the loss is a little above that of guessing.
      [0, 1, 2, 3].every((lane) => {
        const above = firstLoss(facts, lane) - Math.LN2;
        return above > -1e-6 && above < (lane === 3 ? 0.3 : 0.001);
      }),
  ),
  race(
    'start/watch-them-part',
    'the first gradient puts the lanes in the order of their fates',
    (facts) => {
      const first = facts.races.map((each) => each?.records[0]?.firstLayerGradient ?? Number.NaN);
      return first[0] === 0 && steps(first.slice(1)).every((factor) => factor > 10);
    },
  ),
  race('start/watch-them-part', 'the lane whose loss begins highest learns first', (facts) => {
    const first = [0, 1, 2, 3].map((lane) => firstLoss(facts, lane));
    const arrived = [0, 1, 2, 3].map((lane) => learnedAt(facts, lane) ?? Infinity);
    return (
      first.indexOf(Math.max(...first)) === arrived.indexOf(Math.min(...arrived)) &&
      Math.min(...arrived) < Infinity
    );
  }),
  lab(
    'start/before-training',
    'where the histograms narrow with depth, the gradient shrinks on its way back',
    (facts) =>
      [1, 2].every(
        (lane) =>
          std(facts, lane, -1) < std(facts, lane, 1) / 10 &&
          gradient(facts, lane, 1) < gradient(facts, lane, -1) / 10,
      ),
  ),
  lab(
    'start/before-training',
    'the bar is what ReLU made 0; the needle beside it is narrow, not zero',
    (facts) => {
      const { activations } = layer(facts, 1, 12) ?? {};
      if (activations === undefined) return false;
      // Half of the values are on each side.
      return near(activations.zero, 0.5, 0.5) && activations.std > 0 && activations.std < 1e-3;
    },
  ),
  lab(
    'start/before-training',
    'only He keeps the spread under ReLU; zero is one unit',
    (facts) =>
      facts.lanes.map((_, lane) => verdict(facts, lane)).join() ===
      'symmetric,vanishing,vanishing,healthy',
  ),
];
