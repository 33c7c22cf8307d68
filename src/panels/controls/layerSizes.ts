import { allLayers } from '../../engine/passes/architecture.ts';
import type { Architecture } from '../../engine/passes/architecture.ts';
import type { LayerShape } from '../../engine/passes/layerShape.ts';
import type { Format } from '../../i18n/format.ts';

/** Size of each layer's output: units, or side and channels of a picture. */
export function layerSizes(layout: Architecture, format: Format): readonly string[] {
  const size = ({ conv, units }: LayerShape): string =>
    conv === null ? format.integer(units) : picture(conv.side, units);
  const picture = (side: number, channels: number): string =>
    [side, side, channels].map(format.integer).join('×');
  const first = layout.hidden[0]?.conv ?? null;
  const input =
    first === null ? format.integer(layout.inputs) : picture(first.side, first.channels);
  return [input, ...allLayers(layout).map(size)];
}
