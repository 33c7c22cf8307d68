/** Draws the tensors of made-up files. */
import { normal, stream, uniform } from '../../engine/rng.ts';
import { elementCount } from '../read/tensor.ts';
import type { MadeTensor } from '../write/madeTensor.ts';

const SEED = 22;

/** Tensors of one file; each gets draws of its own, in the order they are made. */
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

/** `again`: every tensor draws from the same stream, as with one seed for all layers. */
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

/** A chain of dense layers `[out × in]`, named as PyTorch's Sequential with a ReLU between them names them. */
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
