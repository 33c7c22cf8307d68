import { usePlot } from '../frame/plot.ts';
import { ChartTip } from '../frame/ChartTip.tsx';
import { EndLabels } from '../frame/EndLabels.tsx';
import { FocusBand } from '../frame/FocusBand.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { dotPath, linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import { lookData } from '../types.ts';
import { SeedBandPaths } from './SeedBandPaths.tsx';
import { useSimilarity } from './similarityContext.ts';
import { dotRadius } from './SpreadLine.tsx';
import styles from '../frame/chart.module.css';

type Values = readonly (number | null | undefined)[];

/** The parts of a SimilarityByLayer that depend on values. */
export function SimilarityMarks() {
  const { lanes, layers, ticks, rem, focused } = useSimilarity();
  const { plot, sx, sy } = usePlot();
  const points = (values: Values): readonly (Point | null)[] =>
    values
      .slice(0, layers)
      .map((value, i) => (value == null || Number.isNaN(value) ? null : [sx(i + 1), sy(value)]));
  return (
    <g>
      <FocusBand layer={focused} layers={layers} />
      <path
        className={styles['rule']}
        d={ticks.map((value) => `M${plot.x},${sy(value)}h${plot.width}`).join('')}
      />
      {lanes.map((lane) => {
        const dots = points(lane.measured);
        const { seedBand, theory } = lane;
        return (
          <g
            key={lane.lane}
            data-of-lane={lane.lane}
            {...lookData(lane)}
            data-stale={lane.stale}
            className={styles['lane']}
          >
            {seedBand !== null && <SeedBandPaths seedBand={seedBand} points={points} />}
            <path
              className={styles[theory === null ? 'joined' : 'line']}
              d={linePath(theory === null ? dots : points(theory))}
            />
            <path
              className={styles['dots']}
              d={dotPath(dots)}
              strokeWidth={dotRadius(layers, lanes.length, rem) * 2}
            />
          </g>
        );
      })}
      <EndLabels
        rem={rem}
        labels={lanes.map((lane) => ({
          key: lane.lane,
          text: lane.name,
          look: lane,
          y: points(lane.measured).findLast((point) => point !== null)?.[1] ?? null,
        }))}
      />
    </g>
  );
}

/** Tooltip: the cosines of one layer, largest first. */
export function SimilarityTip({ at: layer }: { readonly at: number }) {
  const { lanes, format, words } = useSimilarity();
  const cell = (value: number | null | undefined) =>
    value == null || Number.isNaN(value) ? '–' : <HtmlNumber text={format.number(value)} />;
  const rows = lanes
    .toSorted((a, b) => (b.measured[layer - 1] ?? -1) - (a.measured[layer - 1] ?? -1))
    .map((lane) => ({
      key: lane.lane,
      name: lane.name,
      look: lane,
      cells: [cell(lane.measured[layer - 1]), cell(lane.theory?.[layer - 1])],
    }));
  return <ChartTip title={words.layer(layer)} heads={[words.measured, words.theory]} rows={rows} />;
}
