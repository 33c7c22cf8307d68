import { usePlot } from '../frame/plot.ts';
import { ChartTip } from '../frame/ChartTip.tsx';
import { EndLabels } from '../frame/EndLabels.tsx';
import { FocusBand } from '../frame/FocusBand.tsx';
import { dotRadius } from './SpreadLine.tsx';
import { dotPath, linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import { useShares } from './shareContext.ts';
import { lookData } from '../types.ts';
import styles from '../frame/chart.module.css';

const RULES = [0, 0.25, 0.5, 0.75, 1] as const;

/** The parts of a ShareByLayer that depend on values. */
export function ShareMarks() {
  const { lanes, layers, rem, focused } = useShares();
  const { plot, sx, sy } = usePlot();
  const place = (share: number | null, i: number): Point | null =>
    share === null || Number.isNaN(share) ? null : [sx(i + 1), sy(share)];
  const placed = lanes.map((lane) => ({
    lane,
    points: lane.shares.slice(0, layers).map(place),
  }));
  return (
    <g>
      <FocusBand layer={focused} layers={layers} />
      <path
        className={styles['rule']}
        d={RULES.map((share) => `M${plot.x},${sy(share)}h${plot.width}`).join('')}
      />
      {placed.map(({ lane, points }) => (
        <g
          key={lane.lane}
          data-of-lane={lane.lane}
          {...lookData(lane)}
          data-stale={lane.stale}
          className={styles['lane']}
        >
          <path className={styles['line']} d={linePath(points)} />
          <path
            className={styles['dots']}
            d={dotPath(points)}
            strokeWidth={dotRadius(layers, lanes.length, rem) * 2}
          />
        </g>
      ))}
      <EndLabels
        rem={rem}
        labels={placed.map(({ lane, points }) => ({
          key: lane.lane,
          text: lane.name,
          look: lane,
          y: points.findLast((point) => point !== null)?.[1] ?? null,
        }))}
      />
    </g>
  );
}

/** Tooltip: the shares of one layer, largest first. */
export function ShareTip({ at: layer }: { readonly at: number }) {
  const { lanes, format, words } = useShares();
  const rows = lanes
    .toSorted((a, b) => (b.shares[layer - 1] ?? -1) - (a.shares[layer - 1] ?? -1))
    .map((look) => {
      const share = look.shares[layer - 1] ?? null;
      return {
        key: look.lane,
        name: look.name,
        look,
        cells: [share === null ? '–' : format.percent(share)],
      };
    });
  return <ChartTip title={words.layer(layer)} heads={[words.share]} rows={rows} />;
}
