import { usePlot } from '../frame/plot.ts';
import { useLayerHistogram } from './layerHistogramContext.ts';
import styles from '../frame/chart.module.css';
import { COLUMN } from './ShareColumn.tsx';

interface EdgeNotesProps {
  readonly shares: {
    readonly zero: number;
    readonly below: number;
    readonly above: number;
    readonly nonFinite: number;
  };
}

/**
 * Labels above the plot, clear of the data, in two lines: limits and the interval on top; below them the shares at
 * zero and beyond the edges, each above its column.
 */
export function EdgeNotes({ shares }: EdgeNotesProps) {
  const { lo, hi, rem, words, limits, interval } = useLayerHistogram();
  const { plot, sx } = usePlot();
  const right = plot.x + plot.width;
  const upper = plot.y - rem * 1.55;
  const lower = plot.y - rem * 0.45;
  const away = [
    shares.below > 0 ? words.below(shares.below) : null,
    shares.nonFinite > 0 ? words.nonFinite(shares.nonFinite) : null,
    shares.above > 0 ? words.above(shares.above) : null,
  ].filter((word) => word !== null);
  return (
    <g className={styles['notes']}>
      {shares.zero > 0 && (
        <text x={plot.x - rem * (COLUMN.left + COLUMN.width / 2)} y={lower} textAnchor="start">
          {words.zero(shares.zero)}
        </text>
      )}
      {away.length > 0 && (
        <text x={right + rem * (COLUMN.right + COLUMN.width / 2)} y={lower} textAnchor="end">
          {away.join(' · ')}
        </text>
      )}
      {limits
        .filter(({ value }) => value >= lo && value <= hi)
        .map(({ value, label }) => (
          <text
            key={value}
            x={sx(value)}
            y={upper}
            textAnchor={value > (lo + hi) / 2 ? 'end' : 'start'}
          >
            {label}
          </text>
        ))}
      {interval !== null && (
        <text x={(sx(interval.lo) + sx(interval.hi)) / 2} y={upper} textAnchor="middle">
          {interval.label}
        </text>
      )}
    </g>
  );
}
