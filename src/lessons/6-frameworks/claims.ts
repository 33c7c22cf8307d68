/** The claims of this chapter, checked against the engine. */
import { drawMoments } from '../../engine/rules/draw.ts';
import { frameworkDraw } from '../../engine/lecture/frameworks.ts';
import type { Facts } from '../facts/facts.ts';
import { gradient, lab, layer, near, rms, std } from '../facts/claim.ts';
import type { Claim } from '../facts/claim.ts';

export const CLAIMS: readonly Claim[] = [
  lab('frameworks/default', 'Keras and PyTorch start the same layer from different spreads', () => {
    const [keras, pytorch] = (['keras', 'pytorch'] as const).map(
      (library) => drawMoments(frameworkDraw(library, 400, 100), 400, 100)?.std ?? Number.NaN,
    );
    // Standard deviations √(2/500) and 1/√(3·400).
    return (
      near(keras ?? 0, Math.sqrt(2 / 500), 1e-9) && near(pytorch ?? 0, 1 / Math.sqrt(1200), 1e-9)
    );
  }),
  lab(
    'frameworks/names',
    'truncated and widened, Keras’s normal has Xavier’s spread; LeCun’s is another',
    (facts) => {
      const [xavier = 0, lecun = 0, keras = 0] = layersOfLanes(facts);
      return near(keras, xavier, 0.03) && near(lecun / xavier, Math.sqrt(320 / 128), 0.03);
    },
  ),
  lab(
    'frameworks/names',
    'it has no weight beyond two standard deviations of the normal it was cut from',
    (facts) => {
      const { max = Infinity, min = -Infinity } = layer(facts, 2, 1)?.weights ?? {};
      return Math.max(max, -min) <= (2 / 0.8796) * Math.sqrt(2 / 320) * 1.001;
    },
  ),
  lab(
    'frameworks/pytorch',
    'each layer keeps a third of the mean square, forward and back',
    (facts) =>
      // Geometric means over the layers where tanh is nearly linear.
      near((rms(facts, 0, 30) / rms(facts, 0, 5)) ** (2 / 25), 1 / 3, 0.05) &&
      near((gradient(facts, 0, 5) / gradient(facts, 0, 30)) ** (2 / 25), 1 / 3, 0.05),
  ),
  lab(
    'frameworks/pytorch',
    'with PyTorch’s biases the line levels off, the same for every example, and the gradient vanishes all the same',
    (facts) =>
      near(std(facts, 0, 30), std(facts, 0, 12), 0.5) &&
      near(std(facts, 0, 30), std(facts, 1, 30), 0.02) &&
      gradient(facts, 0, 1) < 1e-6,
    {
      query:
        'lane=pytorch_linear&lane=pytorch_linear;batch=1&bias=pytorch_linear&act=tanh&depth=30&width=256',
    },
  ),
];

/** Std of the first layer's weights in each lane. */
function layersOfLanes(facts: Facts): readonly number[] {
  return facts.lanes.map((_, lane) => layer(facts, lane, 1)?.weights.std ?? Number.NaN);
}
