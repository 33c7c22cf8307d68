/** The layers of a config, with automatic sizes resolved. */
import { inputOf, NOISE_SIDE } from '../data/inputs.ts';
import type { Input } from '../data/inputs.ts';
import type { ConvShape } from '../kernels.ts';
import type { Notice, Noticed } from '../notice.ts';
import { notice } from '../notice.ts';
import type { LayerShape } from './layerShape.ts';
import { convShape, denseShape } from './layerShape.ts';
import type { ExperimentConfig, InputId } from '../types.ts';

export interface Architecture {
  /** The config's input, or the digits if a convolution needs pictures. */
  readonly input: InputId;
  /** The link's `in`: input size, or channels of a picture. */
  readonly in: number;
  /** Size of one example: features, or pixels times channels. */
  readonly inputs: number;
  /** Hidden layers, first to last. */
  readonly hidden: readonly LayerShape[];
  /** The linear output layer; `null` if the last hidden layer is the output. */
  readonly output: LayerShape | null;
  /** Classes of labelled inputs, else `null`. */
  readonly classes: number | null;
}

/** The config's input; a convolution of examples that are not pictures takes the digits instead. */
export function inputFor({ net, input }: Pick<ExperimentConfig, 'net' | 'input'>): InputId {
  const asked = inputOf(input);
  return net === 'conv' && asked.kind !== 'noise' && asked.side === null ? 'digits' : input;
}

/** Side and channels of the picture that enters a convolution. */
function pictureOf(config: ExperimentConfig, input: Input): Pick<ConvShape, 'side' | 'channels'> {
  if (input.kind === 'noise') return { side: NOISE_SIDE, channels: config.in ?? config.width };
  return { side: input.side ?? NOISE_SIDE, channels: 1 };
}

/** The hidden layers, first to last; the first takes `features` numbers, or the picture. */
function hiddenLayers(
  config: ExperimentConfig,
  input: Input,
  features: number,
): readonly LayerShape[] {
  const { net, width, depth, kernel, padding } = config;
  const layers = Array.from({ length: depth });
  if (net === 'dense') return layers.map((_, i) => denseShape(i === 0 ? features : width, width));
  const { side, channels } = pictureOf(config, input);
  return layers.map((_, i) =>
    convShape({ side, channels: i === 0 ? channels : width, units: width, kernel, padding }),
  );
}

/**
 * Resolves `in` (the size of the data for labelled inputs, otherwise the width unless given; for a convolution, the
 * channels) and `out` (at least one unit per class for labelled inputs, otherwise no output layer unless given).
 */
export function architecture(config: ExperimentConfig): Noticed<Architecture> {
  const notices: Notice[] = [];
  const id = inputFor(config);
  if (id !== config.input) notices.push(notice('needs-pictures', 'input', config.input, id));
  const input = inputOf(id);
  const labelled = input.kind !== 'noise';
  const features = labelled ? input.features : (config.in ?? config.width);
  const size = config.net === 'conv' ? pictureOf(config, input).channels : features;
  if (config.in !== null && config.in !== size) {
    notices.push(notice('fixed-by-data', 'in', String(config.in), String(size)));
  }
  const classes = labelled ? input.classes : null;
  const outputs = classes === null ? config.out : Math.max(classes, config.out ?? classes);
  if (config.out !== null && config.out !== outputs) {
    notices.push(notice('fixed-by-data', 'out', String(config.out), String(outputs)));
  }
  const hidden = hiddenLayers(config, input, features);
  const last = hidden.at(-1)?.outputs ?? features;
  const value: Architecture = {
    input: id,
    in: size,
    inputs: hidden[0]?.inputs ?? features,
    hidden,
    output: outputs === null ? null : denseShape(last, outputs),
    classes,
  };
  return { value, notices };
}

/** The hidden layers, then the output layer if there is one. */
export function allLayers({ hidden, output }: Architecture): readonly LayerShape[] {
  return output === null ? hidden : [...hidden, output];
}
