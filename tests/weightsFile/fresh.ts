/** Fresh layers drawn by the engine, for tests and for the bench. */
import type { DrawKernels } from '../../src/engine/weights/fills.ts';
import type { Kernels } from '../../src/engine/kernels.ts';
import { drawMatrix } from '../../src/engine/weights/drawMatrix.ts';
import { initializer } from '../../src/engine/rules/initializer.ts';
import { parseInitializer, printInitializer } from '../../src/engine/rules/spec.ts';
import { identify } from '../../src/weightsFile/identify/identify.ts';
import type { RuleFound } from '../../src/weightsFile/identify/found.ts';
import { layoutsOf } from '../../src/weightsFile/measure/layout.ts';
import { summarizeTensor } from '../../src/weightsFile/measure/summarize.ts';
import { memoryTensor } from './memoryTensor.ts';

/** Every rule of the engine's table, with common parameters. */
export const freshCases = (): readonly string[] => [
  'zeros',
  'ones',
  'constant(value=0.5)',
  'random_uniform(min=-0.05,max=0.05)',
  'random_normal(std=0.1)',
  'random_normal(std=0.01)',
  'truncated_normal(std=0.05)',
  'lecun_uniform',
  'lecun_normal',
  'xavier_uniform',
  'xavier_normal',
  'he_uniform',
  'he_normal',
  'he_normal(mode=fan_out)',
  'variance_scaling',
  'variance_scaling(scale=2)',
  'orthogonal',
  'orthogonal(gain=1.414)',
  'identity',
  'sparse',
  'pytorch_linear',
  'keras_glorot_normal',
];

export function drawLayer(
  kernels: DrawKernels & Pick<Kernels, 'allocate' | 'mark' | 'release'>,
  rule: string,
  fanOut: number,
  fanIn: number,
  seed: number,
): Float32Array<ArrayBuffer> {
  const spec = parseInitializer(rule).value;
  const mark = kernels.mark();
  const out = kernels.allocate(fanOut * fanIn, 'f32');
  const draw = initializer(spec.id).draw(spec.params, fanIn, fanOut);
  for (const _ of drawMatrix(kernels, draw, out, { rows: fanOut, cols: fanIn }, seed, 1));
  const values = Float32Array.from(kernels.view(out));
  kernels.release(mark);
  return values;
}

export async function ruleOf(
  values: Float32Array<ArrayBuffer>,
  fanOut: number,
  fanIn: number,
): Promise<RuleFound | null> {
  const tensor = memoryTensor('layer.weight', [fanOut, fanIn], values);
  const [layout] = layoutsOf([tensor], 'pytorch', null);
  if (layout === undefined) return null;
  return identify(await summarizeTensor(tensor, layout, { onBytes: () => undefined }));
}

/** Identifies the rule of the values, a matrix of `fanOut` × `fanIn`, and checks that `rule` is among the names. */
export async function judgeFresh(
  values: Float32Array<ArrayBuffer>,
  rule: string,
  fanOut: number,
  fanIn: number,
): Promise<{ readonly found: string; readonly isRight: boolean }> {
  const found = await ruleOf(values, fanOut, fanIn);
  const wanted = printInitializer(parseInitializer(rule).value);
  const names = found?.names ?? [];
  return { found: names.join(' = ') || 'none', isRight: names.includes(wanted) };
}
