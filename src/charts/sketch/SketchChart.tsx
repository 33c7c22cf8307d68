import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { decadeText, decadeTicks } from '../geometry/decades.ts';
import type { DecadeDomain } from '../geometry/decades.ts';
import { infinityRow, logPlace, STRIP, zeroRow } from '../geometry/logRows.ts';
import layers from '../frame/chart.module.css';
import { dotPath, linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import { SvgNumber } from '../frame/PrintedNumber.tsx';
import { SketchMeasured } from './SketchMeasured.tsx';
import { drawLine, moveByKey } from './sketch.ts';
import type { Sketch } from './sketch.ts';
import styles from './sketch.module.css';
import { heightOf, ticksIn } from '../geometry/heightOf.ts';
import { lookData } from '../types.ts';
import type { ChartFormat, ChartSize, Dash, Shade, Tone } from '../types.ts';

interface SketchChartProps {
  /** Powers of ten, index = layer − 1; null where nothing is drawn. */
  readonly sketch: Sketch;
  /** Values ≥ 0, index = layer − 1; null until they may be revealed. */
  readonly measured: readonly number[] | null;
  readonly domain: DecadeDomain;
  readonly tone: Tone;
  readonly dash: Dash;
  readonly shade?: Shade | undefined;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly label: string;
  readonly yours: string;
  readonly theirs: string;
  readonly hint: string;
  readonly size: ChartSize;
  readonly format: ChartFormat;
  /** Describes one point. */
  readonly say: (layer: number, decade: number | null) => string;
  /** Omitted once the line may no longer be changed. */
  readonly onDraw?: ((sketch: Sketch) => void) | undefined;
}

/** Attributes of the drawing once the line may no longer be changed. */
const STILL = { role: 'img' } as const;

/** An empty log axis to draw on with the pointer or the arrow keys; later the measured line is drawn over it. */
export function SketchChart(props: SketchChartProps) {
  const { measured, domain, tone, dash, size, format, onDraw } = props;
  const { width, rem } = size;
  const [draft, setDraft] = useState<Sketch | null>(null);
  const [layer, setLayer] = useState(1);
  const last = useRef<readonly [layer: number, decade: number] | null>(null);
  const sketch = draft ?? props.sketch;
  const count = sketch.length;
  const height = Math.round(Math.min(width * 0.72, heightOf(size, 20)));
  const plot = { x: rem * 2.9, y: rem * 0.8, w: width - rem * 7.6, h: height - rem * 3 };
  const sx = (at: number): number => plot.x + ((at - 1) / Math.max(1, count - 1)) * plot.w;
  const rows = { ...domain, strip: (domain.hi - domain.lo) * STRIP };
  const overflows = measured?.includes(Infinity) === true;
  const top = domain.hi + (overflows ? rows.strip : 0);
  const tall = top - domain.lo + rows.strip;
  const sy = (decade: number): number => plot.y + ((top - decade) / tall) * plot.h;
  const points = (line: Sketch): readonly (Point | null)[] =>
    line.map((decade, i) => (decade === null ? null : [sx(i + 1), sy(decade)]));
  const under = (event: PointerEvent<SVGSVGElement>): readonly [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = (event.clientX - box.left - plot.x) / plot.w;
    const down = (event.clientY - box.top - plot.y) / plot.h;
    const nearest = Math.round(1 + at * (count - 1));
    const decade = top - down * tall;
    return [
      Math.min(count, Math.max(1, nearest)),
      Math.min(domain.hi, Math.max(domain.lo, decade)),
    ];
  };
  const pull = (event: PointerEvent<SVGSVGElement>): void => {
    const to = under(event);
    setDraft(drawLine(draft ?? props.sketch, last.current ?? to, to));
    last.current = to;
    setLayer(to[0]);
  };
  const end = (): void => {
    if (draft !== null) onDraw?.(draft);
    last.current = null;
    setDraft(null);
  };
  const press = (event: KeyboardEvent): void => {
    const next = moveByKey(sketch, layer, event.key, domain);
    if (next === null) return;
    event.preventDefault();
    setLayer(next.layer);
    if (next.sketch !== sketch) onDraw?.(next.sketch);
  };
  const at = sketch[layer - 1] ?? null;
  const ticks = decadeTicks(domain, ticksIn(height, rem, 8));
  const marks = [1, ...[5, 10, 20, 30, 50, 100].filter((each) => each <= count)];
  const editable = onDraw !== undefined;
  const slider = {
    role: 'slider',
    tabIndex: 0,
    'data-editable': true,
    'aria-orientation': 'vertical',
    'aria-valuemin': domain.lo,
    'aria-valuemax': domain.hi,
    'aria-valuenow': at ?? 0,
    'aria-valuetext': props.say(layer, at),
    onKeyDown: press,
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      pull(event);
    },
    onPointerMove: draft === null ? undefined : pull,
    onPointerUp: end,
    onPointerCancel: end,
  } as const;
  const theirEnd = logPlace(measured?.at(-1), rows);
  const ends = [
    { name: props.yours, y: sketch.at(-1) ?? null, own: true },
    { name: props.theirs, y: theirEnd, own: false },
  ];
  return (
    <div className={styles['sketch']} dir="ltr">
      <p className={layers['yTitle']}>
        <bdi>{props.yTitle}</bdi>
      </p>
      <svg width={width} height={height} aria-label={props.label} {...(editable ? slider : STILL)}>
        <rect className={styles['ground']} x={plot.x} y={plot.y} width={plot.w} height={plot.h} />
        {ticks.map((tick) => (
          <g key={tick}>
            <path
              className={layers[tick === 0 ? 'reference' : 'rule']}
              d={`M${plot.x},${sy(tick)}h${plot.w}`}
            />
            <text className={layers['yTick']} x={plot.x - rem * 0.5} y={sy(tick)} dy="0.36em">
              <SvgNumber text={decadeText(tick, format)} />
            </text>
          </g>
        ))}
        {[
          { at: zeroRow(rows), label: format.integer(0), shown: true },
          { at: infinityRow(rows), label: '∞', shown: overflows },
        ].map(
          ({ at: row, label, shown }) =>
            shown && (
              <g key={label}>
                <path className={layers['extreme']} d={`M${plot.x},${sy(row)}h${plot.w}`} />
                <text className={layers['yTick']} x={plot.x - rem * 0.5} y={sy(row)} dy="0.36em">
                  {label}
                </text>
              </g>
            ),
        )}
        {marks.map((mark) => (
          <text key={mark} className={styles['xTick']} x={sx(mark)} y={plot.y + plot.h + rem * 1.1}>
            {format.integer(mark)}
          </text>
        ))}
        <g {...lookData({ tone, dash, shade: props.shade })} className={layers['lane']}>
          {measured !== null && (
            <SketchMeasured values={measured} rows={rows} sx={sx} sy={sy} rem={rem} />
          )}
        </g>
        <path className={styles['own']} d={linePath(points(sketch))} />
        <path className={styles['ownDots']} strokeWidth={rem * 0.26} d={dotPath(points(sketch))} />
        {editable && (
          <g className={styles['cursor']}>
            <path d={`M${sx(layer)},${plot.y}v${plot.h}`} />
            {at !== null && <circle cx={sx(layer)} cy={sy(at)} r={rem * 0.4} />}
          </g>
        )}
        {editable && sketch.every((each) => each === null) && (
          <text className={styles['hint']} x={plot.x + plot.w / 2} y={plot.y + plot.h / 2}>
            {props.hint}
          </text>
        )}
        {ends.map(
          ({ name, y, own }) =>
            y !== null && (
              <text
                key={name}
                className={layers[own ? 'sideLabel' : 'endLabel']}
                x={plot.x + plot.w + rem * 0.6}
                y={sy(Math.max(zeroRow(rows), Math.min(infinityRow(rows), y)))}
                dy="0.36em"
              >
                {name}
              </text>
            ),
        )}
        <text
          className={styles['xTitle']}
          x={plot.x + plot.w}
          y={plot.y + plot.h + rem * 1.1}
          dx={rem * 0.8}
        >
          {props.xTitle}
        </text>
      </svg>
    </div>
  );
}
