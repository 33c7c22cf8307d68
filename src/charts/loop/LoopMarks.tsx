import { useMemo } from 'react';
import { usePlot } from '../frame/plot.ts';
import { ChartTip } from '../frame/ChartTip.tsx';
import { FocusBand } from '../frame/FocusBand.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import type { LinearScale } from '../frame/plot.ts';
import { SpreadBand } from '../byLayer/SpreadBand.tsx';
import type { SpreadData, SpreadLane } from '../byLayer/spread.ts';
import { logPlace } from '../geometry/logRows.ts';
import { lossOutlines } from '../geometry/lossOutlines.ts';
import { pointText } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import { BandTitle } from './BandTitle.tsx';
import { hairpin } from './loop.ts';
import { useLoop } from './loopContext.ts';
import styles from '../frame/chart.module.css';
import { lookData } from '../types.ts';

/** Decade of the rule at 1. */
const ONE = 0;

/** Both bands, the loss of each lane along the way, and the turn at the cost. */
export function LoopMarks() {
  const data = useLoop();
  const { plot, sx, sy } = usePlot();
  const { forward, backward, layers, lo, hi, strip, shift, rem, format, words, focused } = data;
  const lower = useMemo((): LinearScale => (decade) => sy(decade + shift), [sy, shift]);
  const middle = (sy(lo - strip) + sy(hi + strip + shift)) / 2;
  const end = sx(layers);
  const turn = end + data.turn;
  const bandOf = (
    lanes: readonly SpreadLane[],
    direction: SpreadData['direction'],
  ): SpreadData => ({
    lanes,
    layers,
    direction,
    reference: ONE,
    lo,
    hi,
    strip,
    rem,
    format,
    words,
    focused,
  });
  const lastOf = (lane: SpreadLane | undefined, scale: LinearScale): Point | null => {
    const decade = logPlace(lane?.measured[layers - 1], data);
    return decade === null
      ? null
      : [end, scale(Math.max(lo - strip, Math.min(hi + strip, decade)))];
  };
  const losses = (lanes: readonly SpreadLane[], scale: LinearScale) =>
    lanes.map((lane) => {
      const values = (lane.theory ?? lane.measured).slice(0, layers);
      const outlines = lossOutlines(
        values.map((value) => (value === null ? null : Math.log10(value))),
        ONE,
        { lo, hi },
      );
      const place = ([index, decade]: Point): Point => [sx(index + 1), scale(decade)];
      return (
        <path
          key={lane.lane}
          className={styles['loss']}
          opacity={lanes.length > 3 ? 0.06 : 0.1}
          {...lookData(lane)}
          d={outlines
            .map((outline) => `M${outline.map((at) => pointText(place(at))).join('L')}Z`)
            .join('')}
        />
      );
    });
  return (
    <g>
      <FocusBand layer={focused} layers={layers} />
      {forward.map((lane) => {
        const from = lastOf(lane, sy);
        const to = lastOf(
          backward.find((other) => other.lane === lane.lane),
          lower,
        );
        return (
          from !== null &&
          to !== null && (
            <path
              key={lane.lane}
              className={styles['hairpin']}
              {...lookData(lane)}
              d={hairpin(from, to, turn)}
            />
          )
        );
      })}
      <g data-half="forward">
        {losses(forward, sy)}
        <BandTitle
          direction="forward"
          y={sy(hi + strip) - rem * 0.5}
          end={plot.x + plot.width}
          rem={rem}
          text={words.forward}
        />
        <SpreadBand
          data={bandOf(forward, 'forward')}
          sx={sx}
          sy={sy}
          top={plot.y - rem * 0.3}
          foot={middle}
          tiedFrom={end + rem * 0.4}
        />
      </g>
      {backward.length > 0 && (
        <g data-half="backward">
          {losses(backward, lower)}
          <BandTitle
            direction="backward"
            y={middle + rem * 0.35}
            end={turn - rem * 0.8}
            rem={rem}
            text={words.backward}
          />
          <SpreadBand
            data={bandOf(backward, 'backward')}
            sx={sx}
            sy={lower}
            top={middle}
            foot={plot.y + plot.height + rem * 0.3}
            labelled={data.most}
          />
          <g className={styles['cost']}>
            <circle cx={turn} cy={middle} r={rem * 0.55} />
            <text x={turn} y={middle} dy="0.36em">
              C
            </text>
          </g>
        </g>
      )}
    </g>
  );
}

/** Tooltip: the numbers of one layer, in the order of the lanes. */
export function LoopTip({ at: layer }: { readonly at: number }) {
  const { forward, backward, format, words } = useLoop();
  const cell = (lane: SpreadLane | undefined) => {
    const value = lane?.measured[layer - 1] ?? null;
    return value === null ? '–' : <HtmlNumber text={format.number(value)} />;
  };
  const rows = forward.map((lane) => ({
    key: lane.lane,
    name: lane.name,
    look: lane,
    cells: [cell(lane), cell(backward.find((other) => other.lane === lane.lane))],
  }));
  return (
    <ChartTip title={words.layer(layer)} heads={[words.forward, words.backward]} rows={rows} />
  );
}
