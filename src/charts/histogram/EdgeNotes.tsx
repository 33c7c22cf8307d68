import { usePlotArea, useXAxisScale } from 'recharts';
import { useLayerHistogram } from './layerHistogramContext.ts';
import styles from '../frame/chart.module.css';

interface EdgeNotesProps {
  readonly shares: {
    readonly zero: number;
    readonly below: number;
    readonly above: number;
    readonly nonFinite: number;
  };
}

/**
 * Labels over the plot, off the data, in two lines: limits and the interval on top; under them, each
 * over its bar, what lies at zero and beyond the edges.
 */
export function EdgeNotes({ shares }: EdgeNotesProps) {
  const { lo, hi, rem, words, limits, interval } = useLayerHistogram();
  const plot = usePlotArea();
  const sx = useXAxisScale();
  if (plot === undefined || sx === undefined) return null;
  const right = plot.x + plot.width;
  const upper = plot.y - rem * 1.55;
  const lower = plot.y - rem * 0.45;
  const zero = sx(0) ?? 0;
  const nearLeft = zero - plot.x < rem * 5;
  const anchor = nearLeft ? 'start' : right - zero < rem * 5 ? 'end' : 'middle';
  const away = [
    shares.nonFinite > 0 ? words.nonFinite(shares.nonFinite) : null,
    shares.above > 0 ? words.above(shares.above) : null,
  ].filter((word) => word !== null);
  return (
    <g className={styles['notes']}>
      {shares.zero > 0 && lo <= 0 && hi >= 0 && (
        <text x={nearLeft ? Math.max(plot.x, zero) : zero} y={lower} textAnchor={anchor}>
          {words.zero(shares.zero)}
        </text>
      )}
      {shares.below > 0 && (
        <text x={plot.x} y={lower} textAnchor="start">
          {words.below(shares.below)}
        </text>
      )}
      {away.length > 0 && (
        <text x={right + rem} y={lower} textAnchor="end">
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
        <text
          x={((sx(interval.lo) ?? 0) + (sx(interval.hi) ?? 0)) / 2}
          y={upper}
          textAnchor="middle"
        >
          {interval.label}
        </text>
      )}
    </g>
  );
}
