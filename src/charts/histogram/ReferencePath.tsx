import { usePlot } from '../frame/plot.ts';
import { useLayerHistogram } from './layerHistogramContext.ts';
import styles from '../frame/chart.module.css';

interface ReferencePathProps {
  /** The share at the plot's top. */
  readonly full: number;
  readonly binWidth: number;
}

const SAMPLES = 160;

/** A density as the share it predicts for each bin, labelled where it has fallen to three quarters of its peak. */
export function ReferencePath({ full, binWidth }: ReferencePathProps) {
  const { reference, lo, hi, rem } = useLayerHistogram();
  const { plot } = usePlot();
  if (reference === null) return null;
  const points = Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const share = reference.density(lo + ((hi - lo) * i) / SAMPLES) * binWidth;
    const height = Math.min(1, share / full) * plot.height;
    return { x: plot.x + (plot.width * i) / SAMPLES, y: plot.y + plot.height - height, share };
  }).filter((point) => Number.isFinite(point.share));
  const peak = Math.max(0, ...points.map((point) => point.share));
  const named = points.findLast((point) => point.share > peak * 0.75);
  return (
    <g>
      <path
        className={styles['curve']}
        d={`M${points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}`}
      />
      {named !== undefined && (
        <text className={styles['curveLabel']} x={named.x + rem * 0.4} y={named.y - rem * 0.4}>
          {reference.label}
        </text>
      )}
    </g>
  );
}
