import { usePlot } from '../frame/plot.ts';
import { useLayerHistogram } from './layerHistogramContext.ts';
import styles from '../frame/chart.module.css';

/** Rows below the histogram: quantiles as a box, then the mean with one σ on each side. */
export function QuantileRows() {
  const { summary, lo, hi, rem, words } = useLayerHistogram();
  const { plot, sx } = usePlot();
  if (summary.finite === 0) return null;
  const x = (value: number): number => sx(Math.max(lo, Math.min(hi, value)));
  const base = plot.y + plot.height;
  const box = base + rem * 0.95;
  const mean = base + rem * 1.95;
  const half = rem * 0.25;
  const [low = 0, first = 0, middle = 0, third = 0, high = 0] = summary.quantiles.map(x);
  const { mean: mu, std } = summary;
  return (
    <g>
      <g className={styles['quantiles']}>
        <path
          d={`M${low},${box}H${high}M${low},${box - half}v${half * 2}M${high},${box - half}v${half * 2}`}
        />
        <rect x={first} y={box - half} width={Math.max(1, third - first)} height={half * 2} />
        <path className={styles['middle']} d={`M${middle},${box - half - 1}v${half * 2 + 2}`} />
        <path d={`M${x(mu - std)},${mean}H${x(mu + std)}`} />
        <path
          d={`M${x(mu - std)},${mean - half}v${half * 2}M${x(mu + std)},${mean - half}v${half * 2}`}
        />
        <circle cx={x(mu)} cy={mean} r={rem * 0.22} />
      </g>
      <text className={styles['yTick']} x={plot.x - rem * 0.75} y={box} dy="0.36em">
        {words.quantiles}
      </text>
      <text className={styles['yTick']} x={plot.x - rem * 0.75} y={mean} dy="0.36em">
        {words.meanStd}
      </text>
    </g>
  );
}
