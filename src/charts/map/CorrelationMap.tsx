import { memo, useMemo } from 'react';
import type { ReactNode } from 'react';
import { usePlot } from '../frame/plot.ts';
import { ChartTip } from '../frame/ChartTip.tsx';
import { EndLabels } from '../frame/EndLabels.tsx';
import { PlotFrame } from '../frame/PlotFrame.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { endMargin } from '../geometry/endLabels.ts';
import { heightOf } from '../geometry/heightOf.ts';
import { dotPath, linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import { lookData } from '../types.ts';
import type { ChartFormat, ChartSize } from '../types.ts';
import { CorrelationProvider, useCorrelation } from './correlationContext.ts';
import type { CorrelationData } from './correlationContext.ts';
import styles from '../frame/chart.module.css';

/** The axes start at 0, or lower where a correlation is negative. */
const LOWS = [0, -0.25, -0.5, -1] as const;
const TICK = 0.25;
const STEP = 0.05;
const upFrom = (lo: number, step: number): readonly number[] =>
  Array.from({ length: Math.round((1 - lo) / step) + 1 }, (_, i) => lo + i * step);

/** Lines are theory, dots are the layers of a net; on the diagonal the correlation does not change. */
function CorrelationMarks() {
  const { lanes, lo, rem } = useCorrelation();
  const { plot, sx, sy } = usePlot();
  const point = ([before, after]: readonly [number, number]): Point | null =>
    Number.isFinite(before) && Number.isFinite(after) ? [sx(before), sy(after)] : null;
  return (
    <g>
      <path
        className={styles['rule']}
        d={upFrom(lo, TICK)
          .map((value) => `M${plot.x},${sy(value)}h${plot.width}`)
          .join('')}
      />
      <path className={styles['tie']} d={linePath([point([lo, lo]), point([1, 1])])} />
      {lanes.map((lane) => (
        <g key={lane.name} {...lookData(lane)} className={styles['lane']}>
          <path className={styles['line']} d={linePath(lane.theory.map(point))} />
          <path
            className={styles['dots']}
            d={dotPath(lane.measured.map(point))}
            strokeWidth={rem * 0.45}
          />
        </g>
      ))}
      <EndLabels
        rem={rem}
        labels={lanes.map((lane, key) => ({
          key,
          text: lane.name,
          look: lane,
          y: lane.theory.map(point).at(-1)?.[1] ?? null,
        }))}
      />
    </g>
  );
}

/** Tooltip: the correlation that theory predicts after a layer. */
function CorrelationTip({ at }: { readonly at: number }) {
  const { lanes, format } = useCorrelation();
  const rows = lanes.map((lane, key) => {
    const after = lane.theory.find(([before]) => before >= at)?.[1] ?? Number.NaN;
    return {
      key,
      name: lane.name,
      look: lane,
      cells: [<HtmlNumber key="after" text={format.number(after)} />],
    };
  });
  return <ChartTip title={format.number(at).base} heads={['']} rows={rows} />;
}

interface FrameProps {
  readonly lo: number;
  readonly width: number;
  readonly height: number;
  readonly rem: number;
  readonly right: number;
  readonly format: ChartFormat;
  readonly label: string;
}

const Frame = memo(function Frame(props: FrameProps) {
  const { lo, width, height, rem, right, format, label } = props;
  const axis = { domain: [lo, 1] as const, ticks: upFrom(lo, TICK), print: format.number };
  const stops = useMemo(() => upFrom(lo, STEP), [lo]);
  return (
    <PlotFrame
      width={width}
      height={height}
      rem={rem}
      margin={{ top: rem * 0.75, right, bottom: 0, left: 0 }}
      x={{ ...axis, room: rem * 1.6 }}
      y={{ ...axis, room: rem * 3, gap: rem * 0.4 }}
      stops={stops}
      tipGap={rem * 0.25}
      label={label}
      Marks={CorrelationMarks}
      Tip={CorrelationTip}
    />
  );
});

export interface CorrelationMapProps extends Omit<CorrelationData, 'rem' | 'lo'> {
  readonly xTitle: ReactNode;
  readonly yTitle: ReactNode;
  readonly label: string;
  readonly size: ChartSize;
}

/** The correlation of two inputs after a layer as a function of that before it (Poole et al. 2016, figure 2). */
export function CorrelationMap({ lanes, format, size, label, ...titles }: CorrelationMapProps) {
  const { rem, width } = size;
  const smallest = Math.min(
    ...lanes
      .flatMap(({ theory, measured }) => [...theory, ...measured].flat())
      .filter(Number.isFinite),
  );
  const lo = LOWS.find((each) => each <= smallest) ?? -1;
  const value = useMemo(() => ({ lanes, lo, rem, format }), [lanes, lo, rem, format]);
  const right = endMargin(
    lanes.map(({ name }) => name),
    rem,
    width,
    size.type,
  );
  return (
    <CorrelationProvider value={value}>
      <div className={styles['chart']} dir="ltr">
        <p className={styles['yTitle']}>
          <bdi>{titles.yTitle}</bdi>
        </p>
        <Frame
          lo={lo}
          width={width}
          height={heightOf(size, 16)}
          rem={rem}
          right={right}
          format={format}
          label={label}
        />
        <p className={styles['axisTitle']}>
          <bdi>{titles.xTitle}</bdi>
        </p>
      </div>
    </CorrelationProvider>
  );
}
