/** The first units of the first layers of a net, small enough to draw and to print number by number. */
import type { Fans } from '../rules/fans.ts';
import type { Draw } from '../rules/draw.ts';
import { drawBias, fillMatrix } from '../weights/drawMatrix.ts';
import { fillsOver } from '../weights/fills.ts';
import type { DrawKernels } from '../weights/fills.ts';
import type { ElementType, Tensor } from '../kernels.ts';
import { planOf } from '../passes/plan.ts';
import type { LayerPlan } from '../passes/plan.ts';
import type { ExperimentConfig } from '../types.ts';

/** The first `rows × cols` weights of `W [fanOut × fanIn]` and the first `rows` biases of `b [fanOut]` of one layer. */
export interface CornerLayer extends Fans {
  readonly layer: number;
  readonly rows: number;
  readonly cols: number;
  /** `[rows × cols]`, row-major: row i holds unit i's incoming weights. */
  readonly weights: Float64Array;
  /** `[rows]`. */
  readonly bias: Float64Array;
}

export type NetCorner =
  | {
      readonly kind: 'net';
      /** Units of every layer, the input first, including those that are not shown. */
      readonly sizes: readonly number[];
      readonly layers: readonly CornerLayer[];
    }
  /** lsuv: its weights depend on the examples. */
  | { readonly kind: 'by-data' }
  /** A convolution's kernel is not a matrix between units; the fan calculator shows its connections. */
  | { readonly kind: 'kernels' }
  /** An orthogonal matrix can only be computed as a whole, and this one takes too long. */
  | { readonly kind: 'too-large' };

export interface CornerLimits {
  readonly units: number;
  readonly layers: number;
}

/** The most multiplications allowed for an orthogonal matrix: 128³. */
const MAX_WORK = 2 ** 21;

function oneTensor(length: number, type: ElementType): { kernels: DrawKernels; tensor: Tensor } {
  const values = type === 'f64' ? new Float64Array(length) : new Float32Array(length);
  const view = ({ pointer, length }: Tensor) => values.subarray(pointer, pointer + length);
  const kernels: DrawKernels = {
    build: 'reference',
    view,
    slice: (tensor, offset, count) => ({
      ...tensor,
      pointer: tensor.pointer + offset,
      length: count,
    }),
    ...fillsOver(view),
  };
  return { kernels, tensor: { pointer: 0, length, type } };
}

const isWhole = ({ kind }: Draw): boolean => kind === 'orthogonal';
const work = ({ fanIn, fanOut }: Fans): number => fanIn * fanOut * Math.min(fanIn, fanOut);

function corner(
  { layer, fanIn, units, draw, biasDraw }: LayerPlan,
  most: number,
  type: ElementType,
  seed: number,
): CornerLayer {
  const [rows, cols] = [Math.min(units, most), Math.min(fanIn, most)];
  // The first rows of a matrix are the first draws of its stream.
  const matrix = oneTensor((isWhole(draw) ? units : rows) * fanIn, type);
  fillMatrix(matrix.kernels, draw, matrix.tensor, { rows: units, cols: fanIn }, seed, layer);
  const all = matrix.kernels.view(matrix.tensor);
  const biases = oneTensor(units, type);
  drawBias(biases.kernels, biasDraw, biases.tensor, seed, layer);
  return {
    layer,
    fanIn,
    fanOut: units,
    rows,
    cols,
    weights: Float64Array.from(
      { length: rows * cols },
      (_, i) => all[Math.floor(i / cols) * fanIn + (i % cols)] ?? 0,
    ),
    bias: Float64Array.from(biases.kernels.view(biases.tensor).subarray(0, rows)),
  };
}

/** The initial weights and biases that a run of `config` uses; fast enough to run without a worker. */
export function netCorner(config: ExperimentConfig, limits: CornerLimits): NetCorner {
  const { layers, type, architecture } = planOf(config);
  const drawn = layers.slice(0, limits.layers);
  if (drawn.some(({ draw }) => draw.kind === 'lsuv')) return { kind: 'by-data' };
  if (drawn.some(({ conv }) => conv !== null)) return { kind: 'kernels' };
  if (drawn.some((each) => isWhole(each.draw) && work(each) > MAX_WORK)) {
    return { kind: 'too-large' };
  }
  return {
    kind: 'net',
    sizes: [architecture.inputs, ...layers.map(({ fanOut }) => fanOut)],
    layers: drawn.map((each) => corner(each, limits.units, type, config.seed)),
  };
}
