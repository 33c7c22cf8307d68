/** The layers a config asks for, with its open sizes resolved. */
import { inputOf, NOISE_SIDE } from '../data/inputs.ts';
import type { Input } from '../data/inputs.ts';
import type { ConvShape } from '../kernels.ts';
import type { Notice, Noticed } from '../notice.ts';
import { notice } from '../notice.ts';
import type { LayerShape } from './layerShape.ts';
import { convShape, denseShape } from './layerShape.ts';
import type { ExperimentConfig, InputId } from '../types.ts';

export interface Architecture {
  /** What enters: the config's, or pictures where a convolution needs them. */
  readonly input: InputId;
  /** The link's `in`: input size, or channels of a picture. */
  readonly in: number;
  /** Numbers of one example. */
  readonly inputs: number;
  /** Hidden layers, first to last. */
  readonly hidden: readonly LayerShape[];
  /** The linear output layer; `null` where the last hidden layer is the output. */
  readonly output: LayerShape | null;
  /** Classes of labelled inputs, else `null`. */
  readonly classes: number | null;
}

/** A convolution of what is no picture takes the digits instead. */
export function inputFor({ net, input }: Pick<ExperimentConfig, 'net' | 'input'>): InputId {
  const asked = inputOf(input);
  return net === 'conv' && asked.kind !== 'noise' && asked.side === null ? 'digits' : input;
}

/** Side and channels of the picture that enters a convolution. */
function pictureOf(config: ExperimentConfig, input: Input): Pick<ConvShape, 'side' | 'channels'> {
  if (input.kind === 'noise') return { side: NOISE_SIDE, channels: config.in ?? config.width };
  return { side: input.side ?? NOISE_SIDE, channels: 1 };
}

/** The hidden layers, first to last, the first one fed with `features` numbers or with the picture. */
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
 * `in`: the data's own size for labelled inputs, else width unless given; a convolution's is its channels. `out`: for labelled inputs
 * one unit per class at least, else no output layer unless given.
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

/** Hidden layers, then the output layer where there is one. */
export function allLayers({ hidden, output }: Architecture): readonly LayerShape[] {
  return output === null ? hidden : [...hidden, output];
}
