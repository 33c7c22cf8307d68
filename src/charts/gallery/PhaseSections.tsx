import { useState } from 'react';
import { chiGrid, criticalVariances, spaced } from '../../engine/map/chiGrid.ts';
import { ellipses, jacobianLayers } from '../../engine/map/jacobian.ts';
import { correlationStep } from '../../engine/theory/correlation.ts';
import type { MeanFieldStart } from '../../engine/theory/correlation.ts';
import type { ActivationSpec } from '../../engine/types.ts';
import { SimilarityByLayer } from '../byLayer/SimilarityByLayer.tsx';
import { FigureFrame } from '../frame/FigureFrame.tsx';
import { useChartSize } from '../frame/useChartSize.ts';
import { ChaosMap } from '../map/ChaosMap.tsx';
import type { MapMark } from '../map/chaosContext.ts';
import { CorrelationMap } from '../map/CorrelationMap.tsx';
import { DirectionsChart } from '../map/DirectionsChart.tsx';
import { EllipseRow } from '../map/EllipseRow.tsx';
import { TrainabilityCells } from '../map/TrainabilityCells.tsx';
import type { LayerFocus } from '../types.ts';
import { HE, OTHER, RANDOM, XAVIER, ZERO } from './lanes.ts';
import { format, words } from './words.ts';
import styles from './gallery.module.css';

const TANH: ActivationSpec = { id: 'tanh', params: {} };
const RELU: ActivationSpec = { id: 'relu', params: {} };
const REACH: MeanFieldStart = { weightVariance: 4, biasVariance: 1 };
const GRID = chiGrid(TANH, spaced(0, 4, 41), spaced(0, 1, 21));

const MARKS: readonly MapMark[] = [
  { key: 'zero', name: ZERO.name, look: ZERO, weightVariance: 0, biasVariance: 0 },
  { key: 'random', name: RANDOM.name, look: RANDOM, weightVariance: 0.64, biasVariance: 0 },
  { key: 'xavier', name: XAVIER.name, look: XAVIER, weightVariance: 1, biasVariance: 0 },
  { key: 'he', name: HE.name, look: HE, weightVariance: 2, biasVariance: 0 },
  { key: 'far', name: OTHER.name, look: OTHER, weightVariance: 9, biasVariance: 0.2 },
];

function Chaos({ act }: { readonly act: ActivationSpec }) {
  const [ref, size] = useChartSize();
  const [point, setPoint] = useState<MeanFieldStart>({ weightVariance: 2.4, biasVariance: 0.6 });
  return (
    <FigureFrame chart="chaos-map" title={words.phases.title} summary="">
      <div ref={ref}>
        {size !== null && (
          <ChaosMap
            grid={act === TANH ? GRID : null}
            line={criticalVariances(act)}
            marks={MARKS}
            point={point}
            onPoint={setPoint}
            reach={REACH}
            xTitle="σ_w²"
            yTitle="σ_b²"
            label={words.phases.title}
            size={size}
            format={format}
            words={{
              ...words.phases,
              point: words.phases.title,
              pointValue: format.plain(point.weightVariance),
            }}
          />
        )}
      </div>
    </FigureFrame>
  );
}

const NET = { start: { weightVariance: 2, biasVariance: 0 }, width: 32, depth: 10, seed: 1 };

function Directions({ act }: { readonly act: ActivationSpec }) {
  const [ref, size] = useChartSize();
  const net = { ...NET, act, draw: 'gaussian' } as const;
  return (
    <FigureFrame chart="directions" title={words.phases.directions} summary="">
      <div ref={ref}>
        {size !== null && (
          <DirectionsChart
            layers={[...jacobianLayers(net)]}
            domain={{ lo: -8, hi: 2 }}
            tone={4}
            depth={NET.depth}
            xTitle={words.layers}
            yTitle="s"
            label={words.phases.directions}
            size={size}
            format={format}
            words={{
              largest: words.magnitude.largest,
              median: words.magnitude.median,
              smallest: '…',
              lost: (share) => `${format.percent(share)} → ${format.integer(0)}`,
            }}
          />
        )}
      </div>
      <EllipseRow
        found={ellipses({ ...net, depth: 4 })}
        tone={4}
        caption={({ layer }) => words.layer(layer)}
        label={words.phases.directions}
      />
    </FigureFrame>
  );
}

const CORRELATIONS = [
  { ...XAVIER, start: { weightVariance: 1, biasVariance: 0.05 }, q: 0.3 },
  { ...RANDOM, start: { weightVariance: 4, biasVariance: 0.05 }, q: 2.5 },
].map(({ start, q, ...look }) => {
  const step = (c: number) => [c, correlationStep(TANH, start, q, c)] as const;
  return {
    ...look,
    theory: spaced(0, 1, 21).map(step),
    measured: spaced(0.1, 0.9, 5).map(step),
  };
});

function Correlations() {
  const [ref, size] = useChartSize();
  return (
    <FigureFrame chart="correlations" title={words.phases.alike} summary="">
      <div ref={ref}>
        {size !== null && (
          <CorrelationMap
            lanes={CORRELATIONS}
            xTitle="c"
            yTitle="c′"
            label={words.phases.alike}
            size={size}
            format={format}
          />
        )}
      </div>
    </FigureFrame>
  );
}

const DEPTHS = [5, 10, 20, 40] as const;
const VARIANCES = [1, 2, 3, 4] as const;
const RESULTS = DEPTHS.slice(0, 3).flatMap((depth) =>
  VARIANCES.map((weightVariance) => ({
    depth,
    weightVariance,
    seeds: 2,
    learned: Math.max(0, 3 - Math.abs(weightVariance - 2) - depth / 10),
    medianStep: Math.abs(weightVariance - 2) * 10 + depth < 20 ? depth * 20 : null,
    diverged: weightVariance === 4 ? 1 : 0,
  })),
);

function Cells() {
  return (
    <FigureFrame chart="cells" title={words.phases.title} summary="">
      <TrainabilityCells
        depths={DEPTHS}
        weightVariances={VARIANCES}
        results={RESULTS}
        edge={{ weightVariance: spaced(1, 4, 13), depths: spaced(1, 4, 13).map((w) => 40 / w) }}
        depthText={format.integer}
        varianceText={format.plain}
        text={(result) => (result?.medianStep == null ? '–' : format.integer(result.medianStep))}
        said={(depth) => format.integer(depth)}
        href={() => '#phases'}
        corner={words.layers}
        label={words.phases.title}
      />
    </FigureFrame>
  );
}

/** Charts of order and chaos: the map, the fate of directions, correlations, and where nets can be trained. */
export function PhaseSections(_: LayerFocus) {
  return (
    <div className={styles['pair']}>
      <Chaos act={TANH} />
      <Chaos act={RELU} />
      <Directions act={TANH} />
      <Directions act={RELU} />
      <Correlations />
      <Cells />
    </div>
  );
}

const cosines = (rate: number, sign = 1): readonly number[] =>
  Array.from({ length: 12 }, (_, i) => sign * (1 - Math.exp(-rate * i)));

function Similarity({ sign, ...focus }: LayerFocus & { readonly sign: 1 | -1 }) {
  const [ref, size] = useChartSize();
  const lanes = [
    { ...HE, measured: cosines(0.2), theory: cosines(0.21) },
    { ...XAVIER, measured: cosines(0.2), theory: cosines(0.21) },
    { ...RANDOM, measured: cosines(0.02, sign), theory: null },
  ].map((lane, i) => ({ ...lane, lane: i, stale: false, seedBand: null }));
  return (
    <FigureFrame chart="similarity" title={words.phases.alike} summary="">
      <div ref={ref}>
        {size !== null && (
          <SimilarityByLayer
            {...focus}
            lanes={lanes}
            layers={12}
            xTitle={words.layers}
            yTitle="cos"
            label={words.phases.alike}
            size={size}
            format={format}
            words={words.spread}
          />
        )}
      </div>
    </FigureFrame>
  );
}

/** Cosines of 0 to 1, and with negative ones. */
export function SimilaritySections(focus: LayerFocus) {
  return (
    <div className={styles['pair']}>
      <Similarity {...focus} sign={1} />
      <Similarity {...focus} sign={-1} />
    </div>
  );
}
