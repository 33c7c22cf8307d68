import { memo, useMemo } from 'react';
import type { ReactNode } from 'react';
import { usePlot } from '../frame/plot.ts';
import { spaced } from '../../engine/map/chiGrid.ts';
import { ChartTip } from '../frame/ChartTip.tsx';
import { PlotFrame } from '../frame/PlotFrame.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { decadeText, decadeTicks } from '../geometry/decades.ts';
import { heightOf } from '../geometry/heightOf.ts';
import { dotPath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import { inOwnDirection } from '../../i18n/bidi.ts';
import type { ChartFormat, ChartSize } from '../types.ts';
import { DirectionsProvider, useDirections } from './directionsContext.ts';
import type { DirectionsData } from './directionsContext.ts';
import layers from '../frame/chart.module.css';
import styles from './map.module.css';

/** Every singular value as a dot in the column of its layer. */
function DirectionsMarks() {
  const data = useDirections();
  const { plot, sx, sy, ticks } = usePlot();
  const { rem, domain, words } = data;
  const dots = data.layers.flatMap(({ layer, values }) =>
    [...values].flatMap((value): readonly Point[] => {
      const decade = Math.log10(value);
      return value > 0 && decade >= domain.lo && decade <= domain.hi
        ? [[sx(layer), sy(decade)]]
        : [];
    }),
  );
  const last = data.layers.at(-1);
  const lost =
    last === undefined ? 0 : last.values.filter((s) => s === 0).length / last.values.length;
  return (
    <g data-tone={data.tone}>
      <path
        className={layers['rule']}
        d={ticks.map((y) => `M${plot.x},${y}h${plot.width}`).join('')}
      />
      <path className={layers['reference']} d={`M${plot.x},${sy(0)}h${plot.width}`} />
      <path className={styles['values']} d={dotPath(dots)} strokeWidth={rem * 0.2} />
      {lost > 0 && (
        <text
          className={styles['name']}
          data-end
          x={plot.x + plot.width}
          y={plot.y + plot.height - rem * 0.4}
        >
          {inOwnDirection(words.lost(lost))}
        </text>
      )}
    </g>
  );
}

function DirectionsTip({ at }: { readonly at: number }) {
  const { layers: all, format, words } = useDirections();
  const found = all.find(({ layer }) => layer === at);
  if (found === undefined) return null;
  const { values } = found;
  const row = (key: number, name: string, value: number | undefined) => ({
    key,
    name,
    cells: [<HtmlNumber key="s" text={format.number(value ?? Number.NaN)} />],
  });
  return (
    <ChartTip
      title={format.integer(at)}
      heads={['s']}
      rows={[
        row(1, words.largest, values[0]),
        row(2, words.median, values[Math.floor(values.length / 2)]),
        row(3, words.smallest, values.at(-1)),
      ]}
    />
  );
}

interface FrameProps {
  readonly depth: number;
  readonly lo: number;
  readonly hi: number;
  readonly width: number;
  readonly height: number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly label: string;
}

const Frame = memo(function Frame(props: FrameProps) {
  const { depth, lo, hi, width, height, rem, format, label } = props;
  const stops = useMemo(() => spaced(1, depth, depth), [depth]);
  return (
    <PlotFrame
      width={width}
      height={height}
      rem={rem}
      margin={{ top: rem * 0.75, right: rem * 1, bottom: 0, left: 0 }}
      x={{
        domain: [0.5, depth + 0.5],
        ticks: [...new Set([1, Math.round(depth / 2), depth])],
        print: (layer) => ({ base: format.integer(layer), exponent: null }),
        room: rem * 1.6,
      }}
      y={{
        domain: [lo, hi],
        ticks: decadeTicks({ lo, hi }, 6),
        print: (exponent) => decadeText(exponent, format),
        room: rem * 3,
        gap: rem * 0.4,
      }}
      stops={stops}
      tipGap={rem * 0.25}
      label={label}
      Marks={DirectionsMarks}
      Tip={DirectionsTip}
    />
  );
});

export interface DirectionsChartProps extends Omit<DirectionsData, 'rem'> {
  readonly depth: number;
  readonly xTitle: ReactNode;
  readonly yTitle: ReactNode;
  readonly label: string;
  readonly size: ChartSize;
}

/** Singular values of the input–output Jacobian at each layer. */
export function DirectionsChart(props: DirectionsChartProps) {
  const { layers: found, domain, tone, format, words, size, depth } = props;
  const { rem, width } = size;
  const value = useMemo(
    () => ({ layers: found, domain, tone, rem, format, words }),
    [found, domain, tone, rem, format, words],
  );
  return (
    <DirectionsProvider value={value}>
      <div className={layers['chart']} dir="ltr" data-tone={tone}>
        <p className={layers['yTitle']}>
          <bdi>{props.yTitle}</bdi>
        </p>
        <Frame
          depth={depth}
          lo={domain.lo}
          hi={domain.hi}
          width={width}
          height={heightOf(size, 14)}
          rem={rem}
          format={format}
          label={props.label}
        />
        <p className={layers['axisTitle']}>
          <bdi>{props.xTitle}</bdi>
        </p>
      </div>
    </DirectionsProvider>
  );
}
