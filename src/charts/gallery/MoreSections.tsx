import { useMemo } from 'react';
import { ActivationCurve } from '../activation/ActivationCurve.tsx';
import { DecisionBoundary } from '../heatMap/DecisionBoundary.tsx';
import { FigureFrame } from '../frame/FigureFrame.tsx';
import { LossCurves } from '../race/LossCurves.tsx';
import { ShareByLayer } from '../byLayer/ShareByLayer.tsx';
import { WeightHeatMap } from '../heatMap/WeightHeatMap.tsx';
import type { LayerFocus } from '../types.ts';
import { useChartSize } from '../frame/useChartSize.ts';
import { normals, summaryOf, uniform } from './draws.ts';
import { HE, RANDOM, tanhLanes, XAVIER, ZERO } from './lanes.ts';
import { format, words } from './words.ts';
import styles from './gallery.module.css';

export function ShareSections(focus: LayerFocus) {
  const [ref, size] = useChartSize();
  const lanes = tanhLanes(10).map(({ name, tone, dash, layers }, lane) => ({
    lane,
    name,
    tone,
    dash,
    stale: false,
    shares: layers.map((layer) => layer.saturated),
  }));
  return (
    <FigureFrame chart="shares" title="How much of each layer is stuck?" summary="">
      <div ref={ref}>
        {size && (
          <ShareByLayer
            {...focus}
            lanes={lanes}
            layers={10}
            xTitle={words.layers}
            yTitle="saturated: |h| > 0.97"
            label="saturated"
            size={size}
            format={format}
            words={{ layer: words.layer, share: words.saturation }}
          />
        )}
      </div>
    </FigureFrame>
  );
}

const tanhSlope = (z: number): number => 1 - Math.tanh(z) ** 2;
const step = (z: number): number => (z > 0 ? 1 : 0);
const relu = (z: number): number => Math.max(0, z);
const wide = summaryOf(
  normals(8000, 9).map((z) => z * 1.8),
  [-4, 4],
);
const LIMITS = [
  { value: -2.09, label: words.saturation },
  { value: 2.09, label: words.saturation },
];
const curveWords = {
  f: 'f = tanh',
  df: 'f′',
  z: 'z',
  flat: (share: number) => `flat: ${format.percent(share)}`,
};

export function CurveSections(_: LayerFocus) {
  const [ref, size] = useChartSize();
  if (size === null) return <div ref={ref} />;
  const half = { ...size, width: Math.min(size.width, 520) };
  const common = {
    domain: [-4, 4] as const,
    histogram: wide.own,
    stale: false,
    xTitle: 'z',
    label: 'f',
    size: half,
    format,
    words: curveWords,
  };
  return (
    <div ref={ref} className={styles['pair']}>
      <ActivationCurve
        {...common}
        f={Math.tanh}
        df={tanhSlope}
        range={[-1, 1]}
        tone={2}
        limits={LIMITS}
      />
      <ActivationCurve {...common} f={relu} df={step} range={[0, 4]} tone={4} limits={[]} />
    </div>
  );
}

function matrix(rows: number, cols: number, seed: number, symmetric: boolean) {
  const draws = normals(rows * cols, seed);
  return {
    rows,
    cols,
    values: Float32Array.from(draws, (_, i) => (draws[symmetric ? i % cols : i] ?? 0) * 0.1),
  };
}

export function MatrixSections(_: LayerFocus) {
  const [ref, size] = useChartSize();
  const drawn = useMemo(
    () => [matrix(64, 64, 1, false), matrix(16, 24, 2, true), matrix(3, 2, 3, false)],
    [],
  );
  if (size === null) return <div ref={ref} />;
  return (
    <div ref={ref} className={styles['pair']}>
      {drawn.map((m) => (
        <WeightHeatMap
          key={m.rows}
          matrix={m}
          limit={0.3}
          rowTitle="unit"
          colTitle="input →"
          label="weights"
          stale={false}
          size={{ ...size, width: Math.min(size.width, 460) }}
          format={format}
          cell={(row, col) => `unit ${row}, input ${col}`}
          hint="point at a weight"
        />
      ))}
    </div>
  );
}

const race = [
  { ...ZERO, rate: 0, start: 0.69, learnedAt: null, diverged: false },
  { ...RANDOM, rate: -0.02, start: 1.2, learnedAt: null, diverged: true },
  { ...XAVIER, rate: 0.002, start: 0.7, learnedAt: 620, diverged: false },
  { ...HE, rate: 0.006, start: 0.8, learnedAt: 250, diverged: false },
].map(({ name, tone, dash, rate, start, learnedAt, diverged }, lane) => {
  const noise = uniform(lane + 1);
  const steps = Array.from({ length: 101 }, (_, i) => i * 10);
  const values = steps.map((s) => {
    const value = start * Math.exp(-rate * s) * (0.9 + 0.2 * noise());
    return value > 50 ? Number.NaN : value;
  });
  return { lane, name, tone, dash, stale: false, steps, values, learnedAt, diverged };
});

export function RaceSections({ focused }: LayerFocus) {
  const [ref, size] = useChartSize();
  if (size === null) return <div ref={ref} />;
  const common = {
    lanes: race,
    steps: 1000,
    scrub: focused === null ? null : focused * 50,
    onScrub: () => undefined,
    xTitle: 'step',
    yTitle: 'loss',
    label: 'loss',
    size: { ...size, width: Math.min(size.width, 560) },
    format,
    words: { step: (s: number) => `step ${s}`, value: 'loss' },
  };
  return (
    <div ref={ref} className={styles['pair']}>
      <LossCurves {...common} y={{ kind: 'log', lo: -3, hi: 2 }} />
      <LossCurves {...common} y={{ kind: 'linear', lo: 0, hi: 2 }} />
    </div>
  );
}

const points = Array.from({ length: 160 }, (_, i) => {
  const angle = i * 2.4;
  const radius = i % 2 === 0 ? 0.4 + (i % 7) * 0.04 : 1.1 + (i % 5) * 0.06;
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle), label: i % 2 };
});

const FIELD = {
  side: 48,
  classes: 2,
  values: Float32Array.from({ length: 48 * 48 * 2 }, (_, i) => {
    const cell = i >> 1;
    const x = ((cell % 48) / 47) * 4 - 2;
    const y = (Math.floor(cell / 48) / 47) * 4 - 2;
    const second = 0.5 + 0.5 * Math.tanh(3 * (Math.hypot(x, y) - 0.85));
    return i % 2 === 1 ? second : 1 - second;
  }),
};
const SQUARE = { width: 260, rem: 17 };
const DOMAIN = [-2, 2] as const;

export function BoundarySections(_: LayerFocus) {
  const given = { field: FIELD, points, domain: DOMAIN, label: 'two classes', size: SQUARE };
  return (
    <div className={styles['pair']}>
      <DecisionBoundary {...given} stale={false} />
      <DecisionBoundary {...given} stale />
    </div>
  );
}
