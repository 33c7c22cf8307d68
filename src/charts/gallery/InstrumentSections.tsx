import { countBins } from '../../engine/math/countBins.ts';
import { normalPdf } from '../../engine/math/erf.ts';
import { DrawsChart } from '../draws/DrawsChart.tsx';
import { GrowthChart } from '../neuron/GrowthChart.tsx';
import { NeuronChart } from '../neuron/NeuronChart.tsx';
import { PileChart } from '../draws/PileChart.tsx';
import { SmallNet } from '../net/SmallNet.tsx';
import type { LayerFocus } from '../types.ts';
import { useChartSize } from '../frame/useChartSize.ts';
import { normals, uniform } from './draws.ts';
import { HE, RANDOM } from './lanes.ts';
import { DIR, format, words } from './words.ts';
import styles from './gallery.module.css';

const SEEN = [1, 2, 4, 9, 16, 25, 40];
const NEURON = {
  histogram: countBins(
    normals(2000, 3).map((z) => z * Math.sqrt(40)),
    -30,
    30,
    60,
  ),
  first: countBins(normals(2000, 4), -30, 30, 60),
  std: 6.4,
  root: Math.sqrt(40),
  products: normals(40, 5),
};

export function NeuronSections(_: LayerFocus) {
  const [ref, size] = useChartSize();
  if (size === null) return <div ref={ref} />;
  const common = { label: 'z', format, size: { ...size, width: Math.min(size.width, 370) } };
  const { bin, count, share } = words.histogram;
  return (
    <div ref={ref} className={styles['pair']}>
      <NeuronChart {...common} {...NEURON} xTitle="z" words={{ bin, count, share }} />
      <GrowthChart
        {...common}
        n={40}
        most={128}
        seen={SEEN}
        std={(n) => Math.sqrt(n) * (1 + 0.02 * Math.sin(n))}
        xTitle="n"
        yTitle={words.sigma}
        words={{ measured: words.spread.measured }}
      />
    </div>
  );
}

const next = uniform(4);
const FLAT = Array.from({ length: 4000 }, () => 0.2 * next() - 0.1);
const BELL = normals(4000, 4).map((z) => 0.1 * z);
const LANES = [
  {
    ...HE,
    name: 'U(−0.1, 0.1)',
    lane: 0,
    stale: false,
    histogram: countBins(FLAT, -0.1, 0.1, 64),
    density: (w: number) => (Math.abs(w) <= 0.1 ? 5 : 0),
    readout: 'σ = 0.0577',
  },
  {
    ...RANDOM,
    lane: 1,
    stale: true,
    histogram: countBins(BELL, -0.35, 0.35, 64),
    density: (w: number) => normalPdf(w / 0.1) / 0.1,
    readout: 'σ = 0.1',
  },
];
const NAMES = ['w₁', 'w₂', 'b'];

export function DrawsSections(_: LayerFocus) {
  const [ref, size] = useChartSize();
  if (size === null) return <div ref={ref} />;
  const common = {
    reach: 0.4,
    interval: 0.1,
    xTitle: 'w',
    label: 'w',
    format,
    size: { ...size, width: Math.min(size.width, 370) },
  };
  const { bin, count } = words.histogram;
  return (
    <div ref={ref} className={styles['pair']}>
      <DrawsChart {...common} lanes={LANES} words={{ interval: '±0.1', share: words.share }} />
      <PileChart
        {...common}
        earlier={Array.from(BELL.slice(0, 200))}
        newest={NAMES.map((name, i) => ({ name, value: BELL[300 + i] ?? 0 }))}
        run="1"
        words={{ interval: '±0.1', bin, count }}
      />
    </div>
  );
}

const NET = [
  { layer: 1, fanIn: 3, fanOut: 4, rows: 4, cols: 3, weights: normals(12, 1), bias: normals(4, 2) },
  { layer: 2, fanIn: 4, fanOut: 2, rows: 2, cols: 4, weights: normals(8, 6), bias: [0, 0] },
];

export function NetSections(_: LayerFocus) {
  const [ref, size] = useChartSize();
  return (
    <div ref={ref}>
      {size !== null && (
        <SmallNet
          layers={NET}
          sizes={[3, 4, 2]}
          label="3, 4, 2"
          size={size}
          dir={DIR}
          format={format}
          words={{
            name: ({ layer, unit, input }) => `${layer}: ${unit} ← ${input ?? ''}`,
            row: String,
            matrix: String,
            hint: '…',
          }}
        />
      )}
    </div>
  );
}
