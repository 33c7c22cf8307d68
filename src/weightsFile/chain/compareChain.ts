/** A file's own weights beside He's and Xavier's for the same shape, through one engine. */
import type { Kernels } from '../../engine/kernels.ts';
import { normal, stream } from '../../engine/rng.ts';
import type { ActivationSpec } from '../../engine/types.ts';
import { layoutsOf } from '../measure/layout.ts';
import type { AxisOrder } from '../measure/layout.ts';
import { ensure } from '../read/failure.ts';
import { openWeights } from '../read/openWeights.ts';
import { readValues } from '../read/readValues.ts';
import type { ByteSource } from '../read/source.ts';
import { plainChain } from './plainChain.ts';
import { runChain } from './runChain.ts';
import type { ChainSpread, GivenLayer } from './runChain.ts';

export interface ChainComparison {
  readonly file: ChainSpread;
  readonly he: ChainSpread;
  readonly xavier: ChainSpread;
}

const SEED = 1;

/** `[in × out]` to `[out × in]`. */
function transposed(
  values: Float32Array<ArrayBuffer>,
  fanIn: number,
  fanOut: number,
): Float32Array<ArrayBuffer> {
  const out = new Float32Array(values.length);
  for (let i = 0; i < fanIn; i += 1) {
    for (let o = 0; o < fanOut; o += 1) out[o * fanIn + i] = values[i * fanOut + o] ?? 0;
  }
  return out;
}

/** Throws WeightsFileError, `unsupported` where the file is no plain chain. */
export async function compareChain(
  source: ByteSource,
  name: string,
  order: AxisOrder | null,
  act: ActivationSpec,
  kernels: Kernels,
): Promise<ChainComparison> {
  const { tensors, format } = await openWeights(source, name);
  const layouts = layoutsOf(tensors, format, order);
  const named = tensors.flatMap((tensor, i) => {
    const layout = layouts[i];
    return layout === undefined ? [] : [{ name: tensor.name, layout }];
  });
  const chain = plainChain(named);
  ensure(chain !== null, 'unsupported', 'no plain chain');
  const own: GivenLayer[] = [];
  for (const { weights, bias, fanIn, fanOut } of chain) {
    const tensor = tensors[weights];
    const shift = bias === null ? undefined : tensors[bias];
    if (tensor === undefined) continue;
    const values = await readValues(tensor);
    const isOutFirst = layouts[weights]?.outAxis === 0;
    own.push({
      fanIn,
      fanOut,
      weights: isOutFirst ? values : transposed(values, fanIn, fanOut),
      bias: shift === undefined ? null : await readValues(shift),
    });
  }
  const drawn = (std: (fanIn: number, fanOut: number) => number): readonly GivenLayer[] =>
    own.map(({ fanIn, fanOut }, index) => {
      const key = stream(SEED, index + 1, 'weights');
      const scale = std(fanIn, fanOut);
      const weights = Float32Array.from(
        { length: fanIn * fanOut },
        (_, i) => scale * normal(key, i),
      );
      return { fanIn, fanOut, weights, bias: null };
    });
  const run = (layers: readonly GivenLayer[]): ChainSpread => runChain(kernels, layers, act, SEED);
  return {
    file: run(own),
    he: run(drawn((fanIn) => Math.sqrt(2 / fanIn))),
    xavier: run(drawn((fanIn, fanOut) => Math.sqrt(2 / (fanIn + fanOut)))),
  };
}
