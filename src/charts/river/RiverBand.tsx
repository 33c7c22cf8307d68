import { usePlot } from '../frame/plot.ts';
import type { LinearScale } from '../frame/plot.ts';
import { SvgNumber } from '../frame/PrintedNumber.tsx';
import { arrowHead } from '../geometry/arrowHead.ts';
import type { LinePlace } from '../geometry/clipLine.ts';
import { decadeText } from '../geometry/decades.ts';
import { dotPath, linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import { inOwnDirection } from '../../i18n/bidi.ts';
import { useRiver } from './riverContext.ts';
import type { RiverLane } from './riverContext.ts';
import { bandPlace, threadsOf } from './riverGeometry.ts';
import styles from '../frame/chart.module.css';
import own from './river.module.css';
import { lookData } from '../types.ts';

interface RiverBandProps {
  readonly lane: RiverLane;
  readonly sx: LinearScale;
  readonly top: number;
  readonly height: number;
}

/** A thread; of a single layer, a dot. */
const threadPath = (points: readonly (Point | null)[]): string =>
  points.length === 1 ? dotPath(points) : linePath(points);

/** The threads of one network, in one band. */
export function RiverBand({ lane, sx, top, height }: RiverBandProps) {
  const data = useRiver();
  const { plot } = usePlot();
  const { lo, hi, rem, format } = data;
  const y = (decade: number): number => top + height * bandPlace(data, decade);
  const pixel = ({ index, value }: LinePlace): Point => [sx(index + 1), y(value)];
  const threads = threadsOf(lane.threads, data);
  const lines = threads.map(({ parts, zero, exits }) => ({
    inside: parts.map((part) => threadPath(part.map(pixel))).join(''),
    zero: threadPath(zero.map((place) => place && pixel(place))),
    exits,
  }));
  // Only one arrowhead is drawn where a bundle leaves: that of the middle thread.
  const exits = lines.flatMap(({ exits: [exit] }) => exit ?? []);
  const exit = exits.toSorted((a, b) => a.index - b.index)[exits.length >> 1];
  const leaves = exits.length * 2 > threads.length ? exit : undefined;
  const end = plot.x + plot.width;
  const rules = [lo, 0, hi];
  return (
    <g
      data-of-lane={lane.lane}
      {...lookData(lane)}
      data-stale={lane.stale}
      className={styles['lane']}
    >
      <path
        className={styles['rule']}
        d={[lo, hi].map((decade) => `M${plot.x},${y(decade)}h${plot.width}`).join('')}
      />
      <path className={styles['reference']} d={`M${plot.x},${y(0)}h${plot.width}`} />
      {rules.map((decade) => (
        <text
          key={decade}
          className={styles['yTick']}
          x={plot.x - rem * 0.5}
          y={y(decade)}
          dy="0.36em"
        >
          <SvgNumber text={decadeText(decade, format)} />
        </text>
      ))}
      <g className={own['flow']}>
        <path className={own['thread']} d={lines.map(({ inside }) => inside).join('')} />
        <path
          className={own['thread']}
          data-mark="zero"
          d={lines.map(({ zero }) => zero).join('')}
        />
        {leaves !== undefined && (
          <path
            className={styles['arrow']}
            data-mark="exit"
            d={arrowHead(pixel(leaves.from), pixel(leaves), rem * 0.7)}
          />
        )}
      </g>
      <text className={own['name']} x={plot.x + rem * 0.4} y={y(hi) + rem * 1.05}>
        {inOwnDirection(lane.name)}
      </text>
      <text className={own['fate']} x={end + rem * 0.6} y={top + height / 2} dy="0.36em">
        {inOwnDirection(lane.fate)}
      </text>
    </g>
  );
}
