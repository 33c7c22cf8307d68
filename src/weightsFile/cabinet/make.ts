/** Draws the tensors of sample files. */
import { normal, stream, uniform } from '../../engine/rng.ts';
import { elementCount } from '../read/tensor.ts';
import type { MadeTensor } from '../write/madeTensor.ts';

const SEED = 22;

/** Makes the tensors of one file. Each has its own random stream, numbered in the order of creation. */
export interface Maker {
  readonly normal: (
    name: string,
    shape: readonly number[],
    std: number,
    mean?: number,
  ) => MadeTensor;
  readonly uniform: (name: string, shape: readonly number[], limit: number) => MadeTensor;
  readonly constant: (name: string, shape: readonly number[], value: number) => MadeTensor;
}

/** `again`: every tensor draws from the same stream, as if the seed were set again for each layer. */
export function maker(file: number, again = false): Maker {
  let next = 0;
  const fill = (
    name: string,
    shape: readonly number[],
    draw: (key: ReturnType<typeof stream>, i: number) => number,
  ): MadeTensor => {
    if (!again) next += 1;
    const key = stream(SEED + file, next, 'weights');
    return {
      name,
      shape,
      values: Float32Array.from({ length: elementCount(shape) }, (_, i) => draw(key, i)),
    };
  };
  return {
    normal: (name, shape, std, mean = 0) =>
      fill(name, shape, (key, i) => mean + std * normal(key, i)),
    uniform: (name, shape, limit) => fill(name, shape, (key, i) => limit * uniform(key, i)),
    constant: (name, shape, value) => fill(name, shape, () => value),
  };
}

/** A chain of dense layers `[out × in]`, named as in PyTorch's Sequential with a ReLU between them. */
export function chain(
  sizes: readonly number[],
  weights: (name: string, shape: readonly number[], fanIn: number, fanOut: number) => MadeTensor,
  biases: (name: string, shape: readonly number[], fanIn: number) => MadeTensor,
): readonly MadeTensor[] {
  return sizes.slice(1).flatMap((fanOut, index) => {
    const fanIn = sizes[index] ?? 1;
    const layer = `net.${2 * index}`;
    return [
      weights(`${layer}.weight`, [fanOut, fanIn], fanIn, fanOut),
      biases(`${layer}.bias`, [fanOut], fanIn),
    ];
  });
}
