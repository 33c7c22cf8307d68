import { usePlot } from '../frame/plot.ts';
import { ChartTip } from '../frame/ChartTip.tsx';
import { EndLabels } from '../frame/EndLabels.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { endOf, lastIndex, placeOf, useRace, valueAt } from './raceContext.ts';
import { RaceLine } from './RaceLine.tsx';
import styles from '../frame/chart.module.css';

/** Names follow the ends of the lines up to this fraction of the plot; beyond it they are at its edge. */
const RIDE = 0.75;
/** A rule this close to a name would strike it through, in rem. */
const NEAR = 0.8;

/** Lines, marks where lanes had learned or diverged, and the selected step. */
export function RaceMarks() {
  const { lanes, y, ticks, reference, scrub, rem } = useRace();
  const { plot, sx, sy } = usePlot();
  const ruled = reference === null ? null : placeOf(reference.value, y);
  const shown = lanes.filter((lane) => lastIndex(lane) >= 0 && !lane.diverged);
  const now = Math.max(0, ...shown.map((lane) => sx(lane.steps[lastIndex(lane)] ?? 0)));
  const foot = plot.y + plot.height;
  const at = scrub === null ? undefined : sx(scrub);
  const riding = now > 0 && now < plot.x + plot.width * RIDE ? now : undefined;
  const struck =
    ruled !== null &&
    shown.some((lane) => Math.abs(sy(endOf(lane, y) ?? Infinity) - sy(ruled)) < rem * NEAR);
  const ruleEnd = (struck ? riding : undefined) ?? plot.x + plot.width;
  return (
    <g>
      <path
        className={styles['rule']}
        d={ticks.map((tick) => `M${plot.x},${sy(tick)}h${plot.width}`).join('')}
      />
      {ruled !== null && (
        <path className={styles['reference']} d={`M${plot.x},${sy(ruled)}H${ruleEnd}`} />
      )}
      {at !== undefined && <path className={styles['scrub']} d={`M${at},${plot.y}V${foot}`} />}
      {lanes.map((lane) => (
        <RaceLine key={lane.lane} lane={lane} />
      ))}
      {at !== undefined && <circle className={styles['handle']} cx={at} cy={foot} r={rem * 0.3} />}
      {ruled !== null && (
        <text className={styles['ruleLabel']} x={plot.x + rem * 0.3} y={sy(ruled) - rem * 0.35}>
          {reference?.label}
        </text>
      )}
      <EndLabels
        rem={rem}
        at={riding}
        labels={lanes.map((lane) => {
          const end = lane.diverged ? null : endOf(lane, y);
          return {
            key: lane.lane,
            text: lane.name,
            look: lane,
            y: end === null ? null : sy(end),
          };
        })}
      />
    </g>
  );
}

/** Tooltip: the lanes at one step, in the order of the picture. */
export function RaceTip({ at: step }: { readonly at: number }) {
  const { lanes, y, format, words } = useRace();
  const print = (value: number | null) => {
    if (value === null) return '–';
    return y.kind === 'share' ? format.percent(value) : <HtmlNumber text={format.number(value)} />;
  };
  const rows = lanes
    .map((lane) => ({ lane, value: valueAt(lane, step) }))
    .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))
    .map(({ lane, value }) => ({
      key: lane.lane,
      name: lane.name,
      look: lane,
      cells: [print(value)],
    }));
  return <ChartTip title={words.step(step)} heads={[words.value]} rows={rows} />;
}
