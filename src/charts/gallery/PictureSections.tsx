import { useEffect, useState } from 'react';
import { digits, loadDigits } from '../../engine/data/digits.ts';
import type { Examples } from '../../engine/data/examples.ts';
import { convShape } from '../../engine/passes/layerShape.ts';
import { incoming } from '../../engine/theory/places.ts';
import type { FansOf } from '../../engine/rules/fans.ts';
import { FansPicture } from '../fans/FansPicture.tsx';
import { wiringOf } from '../fans/wiring.ts';
import type { Place } from '../fans/wiring.ts';
import { FigureFrame } from '../frame/FigureFrame.tsx';
import { useChartSize } from '../frame/useChartSize.ts';
import { KernelSheet } from '../maps/KernelSheet.tsx';
import { LayerMaps } from '../maps/LayerMaps.tsx';
import type { LayerMap, MapPlace } from '../maps/LayerMaps.tsx';
import { LightRamp } from '../maps/LightRamp.tsx';
import { PictureGrid } from '../maps/PictureGrid.tsx';
import type { LayerFocus } from '../types.ts';
import { normals } from './draws.ts';
import { DIR, format, words } from './words.ts';

const SIDE = 8;

/** Mean squares at each place with He initialization and ReLU, layer by layer: zero padding makes a rim. */
function rim(layers: number): readonly LayerMap[] {
  const shape = convShape({ side: SIDE, channels: 4, units: 4, kernel: 3, padding: 'zero' });
  const maps: LayerMap[] = [];
  let values = Array.from({ length: SIDE * SIDE }, () => 1);
  for (let layer = 1; layer <= layers; layer += 1) {
    values = [...incoming(shape, Float64Array.from(values))];
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    maps.push({ layer, mean, limit: 1, values });
  }
  return maps;
}

const RIM = rim(8);
const BROKEN: readonly LayerMap[] = [Number.NaN, Infinity, 0].map((value, i) => ({
  layer: i + 1,
  mean: value,
  limit: 1,
  values: Array.from({ length: SIDE * SIDE }, () => value),
}));

/** Maps that lose signal at the border, non-finite values, feature maps and kernels. */
export function PlaceSections({ focused }: LayerFocus) {
  const [at, setAt] = useState<MapPlace | null>({ layer: 3, row: 0, column: 0 });
  const common = {
    side: SIDE,
    focused,
    readout: ({ layer, row, column }: MapPlace) => `${words.layer(layer)} (${row}, ${column})`,
    hint: words.layers,
    format,
  };
  return (
    <FigureFrame chart="places" title={words.lanesTitle} summary="">
      <LayerMaps {...common} maps={RIM} at={at} onAt={setAt} label="rim" stale={false} />
      <LayerMaps {...common} maps={RIM} at={null} onAt={() => undefined} label="stale" stale />
      <LayerMaps
        {...common}
        maps={BROKEN}
        at={null}
        onAt={() => undefined}
        label="NaN"
        stale={false}
      />
      <LightRamp from={format.integer(0)} to={format.integer(1)} />
    </FigureFrame>
  );
}

const SIGNED = Array.from({ length: 6 }, (_, id) => ({
  id,
  values: normals(SIDE * SIDE, id + 1),
  label: `map ${id}`,
}));

export function KernelSections(_: LayerFocus) {
  const sheet = { kernel: 3, limit: 2, label: words.layers };
  return (
    <FigureFrame chart="kernels" title={words.activation} summary="">
      <PictureGrid side={SIDE} pictures={SIGNED} limit={2} scale="signed" />
      <PictureGrid side={SIDE} pictures={SIGNED} limit={2} scale="light" />
      <KernelSheet {...sheet} values={normals(16 * 9, 5)} units={16} channels={1} />
      <KernelSheet {...sheet} values={normals(256 * 9, 6)} units={16} channels={16} />
    </FigureFrame>
  );
}

/** Digits of the data set; those a net gets wrong are drawn in the same way. */
export function DigitSections(_: LayerFocus) {
  const [examples, setExamples] = useState<Examples | null>(null);
  useEffect(() => {
    void loadDigits().then(() => setExamples(digits()));
  }, []);
  if (examples === null) return null;
  const { features, labels, values } = examples;
  const pictures = Array.from({ length: 20 }, (_each, id) => ({
    id,
    values: values.slice(id * features, (id + 1) * features),
    label: String(labels[id]),
    under: format.integer(labels[id] ?? 0),
  }));
  return <PictureGrid side={SIDE} pictures={pictures} limit={1.8} scale="pen" />;
}

const LAYERS: readonly FansOf[] = [
  { kind: 'conv', inputs: 2, outputs: 64, kernel: 3 },
  { kind: 'conv', inputs: 4, outputs: 4, kernel: 3, groups: 2, stride: 2 },
  { kind: 'transposed', inputs: 1, outputs: 2, kernel: 3, stride: 2 },
  { kind: 'dense', inputs: 20, outputs: 3 },
];
const MIDDLE: Place = { side: 'output', channel: 0, row: 1, column: 1 };
const ONLY: Place = { side: 'output', channel: 0, row: 0, column: 0 };

export function FansSections(_: LayerFocus) {
  const [ref, size] = useChartSize();
  return (
    <div ref={ref} dir={DIR}>
      {size !== null &&
        LAYERS.map((layer) => (
          <FansPicture
            key={JSON.stringify(layer)}
            wiring={wiringOf(layer)}
            at={layer.kind === 'dense' ? ONLY : MIDDLE}
            onAt={() => undefined}
            size={{ ...size, width: Math.min(size.width, 420) }}
            titles={{ input: 'x', output: 'z' }}
            more={(count) => `+ ${format.integer(count)}`}
            label={layer.kind}
          />
        ))}
    </div>
  );
}
