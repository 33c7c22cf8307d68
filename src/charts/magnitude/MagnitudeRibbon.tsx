import { usePlot } from '../frame/plot.ts';
import type { LinearScale } from '../frame/plot.ts';
import { inOwnDirection } from '../../i18n/bidi.ts';
import { wrapWords } from '../geometry/wrapWords.ts';
import { DENSITY_LEVELS, denseRuns, medianDecade } from './magnitudes.ts';
import { magnitudeExit } from './magnitudeExit.ts';
import { useMagnitudes } from './magnitudeContext.ts';
import type { MagnitudeLane } from './magnitudeContext.ts';
import styles from '../frame/chart.module.css';
import own from './magnitude.module.css';
import { lookData } from '../types.ts';

const fixed = (px: number): string => String(Math.round(px * 10) / 10);

interface MagnitudeRibbonProps {
  readonly lane: MagnitudeLane;
  readonly index: number;
  readonly sx: LinearScale;
  readonly sy: LinearScale;
}

/**
 * One lane: a path per density level, the rows for zeros and non-finite values, the median, and a ring where the lane
 * runs out of numbers.
 */
export function MagnitudeRibbon({ lane, index, sx, sy }: MagnitudeRibbonProps) {
  const { layout, direction, lo, hi, rem, words } = useMagnitudes();
  const { plot } = usePlot();
  const { columns } = lane;
  const px = (at: number): number => sx(at);
  const pitch = px(layout.columnWidth(index)) - px(0);
  const gap = pitch > 8 ? 1 : 0;
  const left = (i: number): string => fixed(px(layout.place(index, i + 1)) - (pitch - gap) / 2);
  const width = fixed(pitch - gap);
  const y = (decade: number): number => sy(Math.max(lo, Math.min(hi, decade)));
  const foot = plot.y + plot.height;
  const depth = foot - y(lo) - 3;

  const levels = DENSITY_LEVELS.map((level) =>
    columns
      .flatMap((column, i) =>
        column === null
          ? []
          : denseRuns(column.magnitudes, level).map(
              ([from, to]) => `M${left(i)},${fixed(y(to))}h${width}V${fixed(y(from))}h-${width}Z`,
            ),
      )
      .join(''),
  );
  const median = columns.map((column, i) => {
    const decade = column === null ? null : medianDecade(column.magnitudes);
    return decade === null ? null : `${left(i)},${fixed(y(decade))}h${width}`;
  });
  const line = median
    .map((d, i) => (d === null ? '' : `${median[i - 1] ? 'L' : 'M'}${d}`))
    .join('');
  const bars = (share: (i: number) => number, from: number, sign: 1 | -1): string =>
    columns
      .map((_, i) => {
        const height = share(i) * depth;
        return height > 0
          ? `M${left(i)},${from}v${fixed(sign * Math.max(1, height))}h${width}V${from}Z`
          : '';
      })
      .join('');
  const zeros = bars((i) => columns[i]?.zero ?? 0, foot, -1);
  const lost = bars(
    (i) => {
      const column = columns[i];
      return column ? 1 - column.finite / Math.max(1, column.count) : 0;
    },
    plot.y,
    1,
  );
  const exit = magnitudeExit(columns, direction);
  return (
    <g
      data-of-lane={lane.lane}
      {...lookData(lane)}
      data-stale={lane.stale}
      className={styles['lane']}
    >
      {levels.map(
        (d, i) => d !== '' && <path key={DENSITY_LEVELS[i]} className={styles['density']} d={d} />,
      )}
      <path className={styles['medianLine']} d={line} />
      <path className={styles['share']} d={zeros + lost} />
      {exit !== null && (
        <ExitMark
          x={px(layout.place(index, exit.layer))}
          y={exit.into === 'zero' ? foot - depth / 2 : plot.y + depth / 2}
          span={layout.span(index).map(px)}
          below={exit.into === 'nonFinite'}
          depth={depth}
          rem={rem}
          text={exit.into === 'zero' ? words.zeroFrom(exit.layer) : words.nonFiniteFrom(exit.layer)}
        />
      )}
    </g>
  );
}

interface ExitMarkProps {
  readonly x: number;
  readonly y: number;
  /** Start and end of the lane along x, in px. */
  readonly span: readonly number[];
  /** Whether the text is below the ring. */
  readonly below: boolean;
  /** Height of the row that holds the ring, in px. */
  readonly depth: number;
  readonly rem: number;
  readonly text: string;
}

/** Room for the text in rem: two words. */
const MIN_WIDTH = 3.6;

/** A ring where a lane runs out of numbers, labelled with the layer; the text is on the side with more room. */
function ExitMark({ x, y, span, below, depth, rem, text }: ExitMarkProps) {
  const [start = 0, end = 0] = span;
  // In a narrow lane the text begins at its start and runs over its end, rather than word below word.
  const narrow = end - start < MIN_WIDTH * rem;
  const side = !narrow && end - x >= x - start ? 'right' : 'left';
  const lines = wrapWords(text, rem, Math.max(end - start, MIN_WIDTH * rem));
  const line = rem * 1.2;
  const first = below ? y + depth / 2 + line * 0.8 : y - depth / 2 - line * (lines.length - 0.2);
  return (
    <g data-mark="exit">
      <circle className={own['ring']} cx={x} cy={y} r={rem * 0.36} />
      <text className={own['exit']} data-side={side}>
        {lines.map((each, i) => (
          <tspan key={each} x={side === 'right' ? end : start} y={first + i * line}>
            {inOwnDirection(each)}
          </tspan>
        ))}
      </text>
    </g>
  );
}
