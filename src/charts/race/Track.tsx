import { usePlot } from '../frame/plot.ts';
import type { LinearScale } from '../frame/plot.ts';
import { endLines } from '../geometry/endLabels.ts';
import { STRIP, zeroRow } from '../geometry/logRows.ts';
import { linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import { inOwnDirection } from '../../i18n/bidi.ts';
import { trackCells } from './trackFill.ts';
import { useTracks } from './tracksContext.ts';
import type { TrackLane } from './tracksContext.ts';
import styles from '../frame/chart.module.css';
import own from './tracks.module.css';
import { lookData } from '../types.ts';

interface TrackProps {
  readonly lane: TrackLane;
  readonly sx: LinearScale;
  readonly top: number;
  readonly height: number;
}

/** Fractions of a lane's height: the height of its track, and the position of its thread. */
const TRACK = 0.62;
const THREAD = { high: 0.72, low: 0.94 } as const;

/** One lane's track, thread, name and flag. */
export function Track({ lane, sx, top, height }: TrackProps) {
  const { chance, lo, hi, rem, words } = useTracks();
  const { plot } = usePlot();
  const px = (step: number): number => sx(step);
  const end = lane.steps.at(-1) ?? 0;
  const track = height * TRACK;
  const [high, low] = [top + height * THREAD.high, top + height * THREAD.low];
  const strip = (hi - lo) * STRIP * 2;
  const floor = zeroRow({ lo, hi, strip });
  const y = (decade: number): number => high + ((hi - decade) / (hi - floor)) * (low - high);
  const points = lane.gradients.map((value, i): Point | null => {
    const step = lane.steps[i];
    if (step === undefined || !(value > 0) || value === Infinity) return null;
    return [px(step), y(Math.max(lo, Math.min(hi, Math.log10(value))))];
  });
  const zeros = lane.gradients.map((value, i): Point | null =>
    value === 0 ? [px(lane.steps[i] ?? 0), y(floor)] : null,
  );
  const room = plot.x - rem * 0.8;
  const name = endLines(lane.name, rem, room);
  const middle = top + track / 2;
  const flag = lane.learnedAt === null ? null : px(lane.learnedAt);
  return (
    <g data-of-lane={lane.lane} {...lookData(lane)}>
      <text className={styles['endLabel']} data-side="left">
        {name.map((text, i) => (
          <tspan
            key={text}
            x={plot.x - rem * 0.8}
            y={middle + (i - (name.length - 1) / 2) * rem * 1.1}
            dy="0.2em"
          >
            {inOwnDirection(text)}
          </tspan>
        ))}
      </text>
      <path className={styles['line']} d={`M${plot.x - rem * 2.6},${low}h${rem * 1.8}`} />
      <path
        className={own['ground']}
        d={`M${plot.x},${top}h${plot.width}v${track}h${-plot.width}Z`}
      />
      {trackCells({ steps: lane.steps, shares: lane.shares }, chance, end).map(
        ({ depth, cells }) => (
          <path
            key={depth}
            className={own['cell']}
            data-depth={depth}
            fillOpacity={depth}
            d={cells.map(([a, b]) => `M${px(a)},${top}H${px(b)}v${track}H${px(a)}Z`).join('')}
          />
        ),
      )}
      <path className={styles['extreme']} d={`M${plot.x},${y(floor)}h${plot.width}`} />
      <path className={own['thread']} data-mark="thread" d={linePath(points)} />
      <path className={own['zeroThread']} data-mark="zero" d={linePath(zeros)} />
      {flag !== null && lane.learnedAt !== null && (
        <g data-mark="flag">
          <path className={own['pole']} d={`M${flag},${top}v${track}`} />
          <circle className={styles['learned']} cx={flag} cy={middle} r={rem * 0.3} />
          <text
            className={own['flag']}
            data-side={flag > plot.x + plot.width * 0.8 ? 'left' : 'right'}
            x={flag + rem * (flag > plot.x + plot.width * 0.8 ? -0.6 : 0.6)}
            y={middle}
            dy="0.36em"
          >
            {words.flag(lane.learnedAt)}
          </text>
        </g>
      )}
      {lane.failed && (
        <text className={own['never']} x={plot.x + plot.width + rem * 0.5} y={middle} dy="0.36em">
          {inOwnDirection(words.never)}
        </text>
      )}
    </g>
  );
}
