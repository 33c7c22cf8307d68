import { useChartSize } from '../frame/useChartSize.ts';
import { SpectrumChart } from '../spectrum/SpectrumChart.tsx';
import type { LayerFocus } from '../types.ts';
import { DIR, format, words } from './words.ts';
import styles from './gallery.module.css';

const SIDE = 120;
/** Singular values of a square matrix of independent entries of variance 1/4: quantiles of the quarter-circle law. */
const BULK = Array.from({ length: SIDE }, (_, i) => {
  const share = (i + 0.5) / SIDE;
  let x = share;
  for (let step = 0; step < 40; step += 1) {
    const mass = (2 / Math.PI) * (x * Math.sqrt(1 - x * x) + Math.asin(x));
    x = Math.min(0.9999, Math.max(0, x - (mass - share) / ((4 / Math.PI) * Math.sqrt(1 - x * x))));
  }
  return x * Math.sqrt(SIDE);
}).toReversed();
const EDGE = Math.sqrt(SIDE);
const density = (value: number): number =>
  value < EDGE ? ((4 * SIDE) / (Math.PI * EDGE)) * Math.sqrt(1 - (value / EDGE) ** 2) : 0;

const CASES = [
  { id: 'none', values: BULK, above: 0 },
  { id: 'three', values: [21, 16.4, 13.1, ...BULK], above: 3 },
  { id: 'far', values: [400, 19, ...BULK], above: 2 },
];

export function SpectrumSection(_: LayerFocus) {
  const [ref, size] = useChartSize();
  const { bin, count } = words.histogram;
  return (
    <div ref={ref} className={styles['pair']} dir={DIR}>
      {size !== null &&
        CASES.map(({ id, values, above }) => (
          <SpectrumChart
            key={id}
            values={values}
            above={above}
            law={{ density, edge: EDGE }}
            tone={3}
            xTitle="σ"
            yTitle={count}
            label={id}
            size={{ ...size, width: Math.min(size.width, 370) }}
            format={format}
            words={{
              bin,
              count,
              expected: words.theory,
              edge: words.theory,
              beyond: format.integer,
            }}
          />
        ))}
    </div>
  );
}
