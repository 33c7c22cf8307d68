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
  /** The end of a row: a cap, or an arrowhead at the edge that it runs beyond. */
  const end = (value: number, y: number): string => {
    const at = x(value);
    if (value >= lo && value <= hi) return `M${at},${y - half}v${half * 2}`;
    const away = value < lo ? half : -half;
    return `M${at + away},${y - half}L${at},${y}L${at + away},${y + half}`;
  };
  const [least = 0, , , , most = 0] = summary.quantiles;
  return (
    <g>
      <g className={styles['quantiles']}>
        <path d={`M${low},${box}H${high}${end(least, box)}${end(most, box)}`} />
        <rect x={first} y={box - half} width={Math.max(1, third - first)} height={half * 2} />
        <path className={styles['middle']} d={`M${middle},${box - half - 1}v${half * 2 + 2}`} />
        <path d={`M${x(mu - std)},${mean}H${x(mu + std)}`} />
        <path d={end(mu - std, mean) + end(mu + std, mean)} />
        {mu >= lo && mu <= hi && <circle cx={x(mu)} cy={mean} r={rem * 0.22} />}
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
