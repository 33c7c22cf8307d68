import { FigureFrame } from '../frame/FigureFrame.tsx';
import { RiverChart } from '../river/RiverChart.tsx';
import type { RiverLane } from '../river/riverContext.ts';
import type { LayerFocus } from '../types.ts';
import { useChartSize } from '../frame/useChartSize.ts';
import { normals } from './draws.ts';
import { HE, RANDOM, XAVIER, ZERO } from './lanes.ts';
import { format, words } from './words.ts';

type Look = Pick<RiverLane, 'name' | 'tone' | 'dash'>;

function threads(layers: number, factor: number): readonly (readonly number[])[] {
  const noise = normals(24 * layers, 11);
  return Array.from({ length: layers }, (_, layer) =>
    Array.from({ length: 24 }, (__, i) => {
      const size = factor ** layer * Math.exp(0.2 * (noise[layer * 24 + i] ?? 0));
      return size > 3.4e38 ? Infinity : size < 1.4e-45 ? 0 : size;
    }),
  );
}

const lanes = (layers: number, factors: readonly number[]): readonly RiverLane[] =>
  ([ZERO, RANDOM, XAVIER, HE] satisfies readonly Look[]).map((look, lane) => ({
    ...look,
    lane,
    stale: false,
    threads: threads(layers, factors[lane] ?? 1),
    fate: ['0', '× 30', '÷ 30', '1'][lane] ?? '',
  }));

function River({
  all,
  layers,
  ...focus
}: LayerFocus & { all: readonly RiverLane[]; layers: number }) {
  const [ref, size] = useChartSize();
  return (
    <FigureFrame chart="river" title={words.loopTitle} summary="">
      <div ref={ref}>
        {size !== null && (
          <RiverChart
            {...focus}
            lanes={all}
            layers={layers}
            xTitle={words.layers}
            label={words.loopTitle}
            size={size}
            format={format}
            words={{
              layer: words.layer,
              least: 'min',
              median: words.magnitude.median,
              most: 'max',
            }}
          />
        )}
      </div>
    </FigureFrame>
  );
}

export function RiverSections(focus: LayerFocus) {
  return (
    <>
      <River {...focus} layers={30} all={lanes(30, [0, 1.13, Math.SQRT1_2, 1])} />
      <River {...focus} layers={100} all={lanes(100, [0, 9, 0.3, 1]).slice(1)} />
      <River {...focus} layers={1} all={lanes(1, [0, 1, 1, 1])} />
      <River {...focus} layers={10} all={[]} />
    </>
  );
}
