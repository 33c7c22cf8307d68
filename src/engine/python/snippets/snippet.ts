/** Programs that build a lane's network with its initializers, in the libraries of the lesson. */
import type { ExperimentConfig, InitializerSpec } from '../../types.ts';
import { literalRule } from '../pythonRule.ts';
import { jaxBias, jaxInitializer } from '../weights/jaxWeights.ts';
import { kerasBias, kerasInitializer } from '../weights/kerasWeights.ts';
import { numpyWeights } from '../weights/numpyWeights.ts';
import { torchBias, torchInitializer } from '../weights/torchWeights.ts';
import { jaxBlocksProgram } from './blocks/jax.ts';
import { kerasBlocksProgram } from './blocks/keras.ts';
import { numpyBlocksProgram } from './blocks/numpy.ts';
import type { BlockCode } from './blocks/parts.ts';
import { torchBlocksProgram } from './blocks/torch.ts';
import { jaxConvProgram } from './convolution/jax.ts';
import { kerasConvProgram } from './convolution/keras.ts';
import { numpyConvProgram } from './convolution/numpy.ts';
import { torchConvProgram } from './convolution/torch.ts';
import { jaxProgram } from './jax.ts';
import { kerasProgram } from './keras.ts';
import { numpyProgram } from './numpy.ts';
import { biasOf, NAMES, splitRemark } from './program.ts';
import { torchProgram } from './torch.ts';

interface Library {
  /** Code of the initializer alone; `null` if the library has none. */
  readonly weights: (spec: InitializerSpec) => string | null;
  readonly bias: (spec: InitializerSpec) => string | null;
  readonly program: (config: ExperimentConfig, weights: string, bias: string) => string;
  /** Program of a net with residual blocks, normalization, a separate head initializer or scaled inputs. */
  readonly blocksProgram: (config: ExperimentConfig, code: BlockCode) => string;
  readonly convProgram: (config: ExperimentConfig) => string;
}

const numpyIn =
  (shape: string) =>
  (spec: InitializerSpec): string =>
    numpyWeights(literalRule(spec), shape, NAMES);

const LIBRARIES = {
  keras: {
    weights: kerasInitializer,
    bias: (spec) => kerasBias(spec, NAMES),
    program: kerasProgram,
    blocksProgram: kerasBlocksProgram,
    convProgram: kerasConvProgram,
  },
  pytorch: {
    weights: (spec) => torchInitializer(spec, 'linear.weight', NAMES),
    bias: (spec) => torchBias(spec, 'linear.bias', NAMES),
    program: torchProgram,
    blocksProgram: torchBlocksProgram,
    convProgram: torchConvProgram,
  },
  jax: {
    weights: jaxInitializer,
    bias: (spec) => jaxBias(spec, NAMES),
    program: jaxProgram,
    blocksProgram: jaxBlocksProgram,
    convProgram: jaxConvProgram,
  },
  numpy: {
    weights: numpyIn('(fan_out, fan_in)'),
    bias: numpyIn('(fan_out, 1)'),
    program: numpyProgram,
    blocksProgram: numpyBlocksProgram,
    convProgram: numpyConvProgram,
  },
} as const satisfies Record<string, Library>;

export type SnippetLibrary = keyof typeof LIBRARIES;
export const SNIPPET_LIBRARIES = [
  'keras',
  'pytorch',
  'jax',
  'numpy',
] as const satisfies readonly SnippetLibrary[];

/** The part for which the library has no initializer; `net` if there is no program for this kind of net. */
export type MissingPart = 'weights' | 'bias' | 'both' | 'net';

export type Snippet =
  /** `decisive`: the lines that set the layer sizes and draw weights and biases. */
  | { readonly kind: 'program'; readonly text: string; readonly decisive: readonly string[] }
  | { readonly kind: 'missing'; readonly part: MissingPart };

/** Whether the net is a plain chain of layers on inputs of mean 0 and std 1, without a separate head initializer. */
const isPlain = ({
  block,
  norm,
  head,
  input_mean: mean,
  input_std: std,
}: ExperimentConfig): boolean =>
  block === 'plain' && norm === 'none' && head === null && mean === 0 && std === 1;

/** The lines of a program that contain one of these expressions, ignoring Python comments in the expressions. */
function linesWith(text: string, expressions: readonly string[]): readonly string[] {
  const wanted = expressions.map((each) => splitRemark(each)[0]);
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => wanted.some((each) => line.includes(each)));
}

/** The program of a lane, or the part that is missing. */
export function snippet(library: SnippetLibrary, config: ExperimentConfig): Snippet {
  const { weights, bias, program, blocksProgram, convProgram } = LIBRARIES[library];
  const conv = config.net === 'conv';
  const plain = isPlain(config);
  const head = config.head ?? config.initializer;
  // LSUV scales all layers in one loop, so there is no program if only the hidden layers or only the output layer
  // use it.
  const mixed = (head.id === 'lsuv') !== (config.initializer.id === 'lsuv');
  if (!plain && (conv || mixed)) return { kind: 'missing', part: 'net' };
  // Keras's Identity accepts only matrices.
  const lacks = conv && library === 'keras' && config.initializer.id === 'identity';
  const w = lacks ? null : weights(config.initializer);
  const b = bias(biasOf(config));
  const last = weights(head);
  if (w !== null && b !== null && last !== null) {
    const text = !plain
      ? blocksProgram(config, { weights: w, head: last, bias: b })
      : conv
        ? convProgram(config)
        : program(config, w, b);
    return { kind: 'program', text, decisive: linesWith(text, ['sizes = ', w, b]) };
  }
  if (w !== null && last !== null) return { kind: 'missing', part: 'bias' };
  return { kind: 'missing', part: b === null ? 'both' : 'weights' };
}

/** Code of a weight initializer alone; `null` if the library has none. */
export const initializerCode = (library: SnippetLibrary, spec: InitializerSpec): string | null =>
  LIBRARIES[library].weights(spec);
