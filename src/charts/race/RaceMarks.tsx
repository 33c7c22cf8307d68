import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { ChartTip } from '../frame/ChartTip.tsx';
import { EndLabels } from '../frame/EndLabels.tsx';
import { inOwnDirection } from '../../i18n/bidi.ts';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { lastIndex, onAxis, useRace } from './raceContext.ts';
import type { RaceLane } from './raceContext.ts';
import { areaPath, linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import styles from '../frame/chart.module.css';

/** The value at the last recorded step that is not after `step`. */
function valueAt(lane: RaceLane, step: number): number | null {
  const index = lane.steps.findLastIndex((at) => at <= step);
  return lane.values[index] ?? null;
}

/** Lines, where each lane had learned, where one diverged, the step looked at. */
export function RaceMarks() {
  const { lanes, y, ticks, reference, scrub, rem } = useRace();
  const plot = usePlotArea();
  const sx = useXAxisScale();
  const sy = useYAxisScale();
  if (plot === undefined || sx === undefined || sy === undefined) return null;
  const place = (step: number, value: number): Point | null => {
    const at = onAxis(value, y);
    return at === null ? null : [sx(step) ?? 0, sy(at) ?? 0];
  };
  const ruled = reference === null ? null : place(0, reference.value);
  const placed = lanes.map((lane) => {
    const last = lastIndex(lane);
    const edge = (values: readonly number[]): readonly (Point | null)[] =>
      values.slice(0, last + 1).map((value, i) => place(lane.steps[i] ?? 0, value));
    const points = lane.values
      .slice(0, last + 1)
      .map((value, i) => place(lane.steps[i] ?? 0, value));
    const learned = lane.learnedAt === null ? null : valueAt(lane, lane.learnedAt);
    return {
      lane,
      points,
      band: lane.band === undefined ? '' : areaPath(edge(lane.band.low), edge(lane.band.high)),
      end: points.at(-1) ?? null,
      learned: learned === null ? null : place(lane.learnedAt ?? 0, learned),
    };
  });
  const arm = rem * 0.3;
  return (
    <g>
      <path
        className={styles['rule']}
        d={ticks.map((tick) => `M${plot.x},${sy(tick)}h${plot.width}`).join('')}
      />
      {scrub !== null && (
        <path className={styles['scrub']} d={`M${sx(scrub)},${plot.y}v${plot.height}`} />
      )}
      {ruled !== null && (
        <>
          <path className={styles['reference']} d={`M${plot.x},${ruled[1]}h${plot.width}`} />
          <text className={styles['yTick']} x={plot.x + plot.width} y={ruled[1] - rem * 0.3}>
            {reference?.label}
          </text>
        </>
      )}
      {placed.map(({ lane, points, band, end, learned }) => (
        <g
          key={lane.lane}
          data-of-lane={lane.lane}
          data-tone={lane.tone}
          data-dash={lane.dash}
          data-stale={lane.stale}
          className={styles['lane']}
        >
          {band !== '' && <path className={styles['seedBand']} d={band} />}
          <path className={styles['line']} d={linePath(points)} />
          {learned !== null && (
            <circle className={styles['learned']} cx={learned[0]} cy={learned[1]} r={rem * 0.3} />
          )}
          {lane.diverged && end !== null && (
            <>
              <path
                className={styles['cross']}
                d={`M${end[0] - arm},${end[1] - arm}l${arm * 2},${arm * 2}m0,${-arm * 2}l${-arm * 2},${arm * 2}`}
              />
              <text className={styles['endLabel']} x={end[0] + rem * 0.6} y={end[1]} dy="0.36em">
                {inOwnDirection(lane.name)}
              </text>
            </>
          )}
        </g>
      ))}
      <EndLabels
        rem={rem}
        labels={placed.map(({ lane, end }) => ({
          key: lane.lane,
          text: lane.name,
          tone: lane.tone,
          y: lane.diverged ? null : (end?.[1] ?? null),
        }))}
      />
    </g>
  );
}

/** The lanes at one step, in the order of the picture. */
export function RaceTip({ at: step }: { readonly at: number }) {
  const { lanes, y, format, words } = useRace();
  const print = (value: number | null) => {
    if (value === null) return '–';
    return y.kind === 'share' ? format.percent(value) : <HtmlNumber text={format.number(value)} />;
  };
  const rows = lanes
    .map((lane) => ({ lane, value: valueAt(lane, step) }))
    .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))
    .map(({ lane: { lane, name, tone, dash }, value }) => ({
      key: lane,
      name,
      tone,
      dash,
      cells: [print(value)],
    }));
  return <ChartTip title={words.step(step)} heads={[words.value]} rows={rows} />;
}
