import { memo, useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { usePlot } from '../frame/plot.ts';
import type { ChiGrid } from '../../engine/map/chiGrid.ts';
import { ChartTip } from '../frame/ChartTip.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import { inOwnDirection } from '../../i18n/bidi.ts';
import { arrowStep } from '../../ui/arrowStep.ts';
import { lookData } from '../types.ts';
import { chiLevels, LEVELS } from './chiLevels.ts';
import type { GridBox } from './chiLevels.ts';
import { useChaos } from './chaosContext.ts';
import layers from '../frame/chart.module.css';
import styles from './map.module.css';

/** An arrow key moves the point by this fraction of the map. */
const STEP = 1 / 80;

interface FieldProps extends GridBox {
  readonly grid: ChiGrid;
}

const Field = memo(function Field({ grid, ...box }: FieldProps) {
  return chiLevels(grid, box).map(({ phase, level, path }) => (
    <path
      key={`${phase}${level}`}
      className={styles['field']}
      data-phase={phase}
      style={{ fillOpacity: phase === 'away' ? 1 : 0.06 + (0.62 * (level + 1)) / LEVELS }}
      d={path}
    />
  ));
});

/** Phases, the critical line, known initializations, and the point that can be dragged. */
export function ChaosMarks() {
  const { grid, line, marks, point, onPoint, reach, rem, words } = useChaos();
  const { plot, sx, sy } = usePlot();
  const dragged = useRef(false);
  const place = (weight: number, bias: number): Point => [sx(weight), sy(bias)];
  const within = (value: number, most: number): number => Math.min(most, Math.max(0, value));
  const move = (weight: number, bias: number): void =>
    onPoint({
      weightVariance: within(weight, reach.weightVariance),
      biasVariance: within(bias, reach.biasVariance),
    });
  const follow = (event: PointerEvent<SVGElement>): void => {
    const svg = event.currentTarget.ownerSVGElement;
    if (!dragged.current || svg === null) return;
    const frame = svg.getBoundingClientRect();
    const [x, y] = [event.clientX - frame.left - plot.x, event.clientY - frame.top - plot.y];
    move((x / plot.width) * reach.weightVariance, (1 - y / plot.height) * reach.biasVariance);
  };
  const walk = (event: KeyboardEvent): void => {
    const step = arrowStep(event.key);
    if (step === null || point === null) return;
    event.preventDefault();
    event.stopPropagation();
    const fine = event.shiftKey ? 0.2 : 1;
    move(
      point.weightVariance + step[1] * STEP * fine * reach.weightVariance,
      point.biasVariance - step[0] * STEP * fine * reach.biasVariance,
    );
  };
  const inside = line.filter(
    ({ weightVariance, biasVariance }) =>
      weightVariance <= reach.weightVariance && biasVariance <= reach.biasVariance,
  );
  const curve = inside.map(({ weightVariance, biasVariance }) =>
    place(weightVariance, biasVariance),
  );
  const end = curve.at(-1);
  const sorted = marks.toSorted((a, b) => a.weightVariance - b.weightVariance);
  return (
    <g>
      {grid !== null && (
        <Field grid={grid} x={plot.x} y={plot.y} width={plot.width} height={plot.height} />
      )}
      <path
        className={layers['reference']}
        d={`M${plot.x},${plot.y}v${plot.height}h${plot.width}`}
      />
      <text className={styles['phase']} x={plot.x + rem * 0.7} y={plot.y + rem * 1.4}>
        {inOwnDirection(words.ordered)}
      </text>
      <text
        className={styles['phase']}
        data-end
        x={plot.x + plot.width - rem * 0.7}
        y={plot.y + plot.height * 0.62}
      >
        {inOwnDirection(words.chaotic)}
      </text>
      {curve.length > 1 && <path className={styles['critical']} d={linePath(curve)} />}
      {curve.length === 1 && end !== undefined && (
        <circle className={styles['criticalPoint']} cx={end[0]} cy={end[1]} r={rem * 0.45} />
      )}
      {end !== undefined && (
        <text
          className={styles['criticalName']}
          x={end[0] + (curve.length > 1 ? -rem * 0.6 : rem * 0.7)}
          y={curve.length > 1 ? end[1] + rem * 1.3 : end[1] - rem * 0.35}
          data-end={curve.length > 1 ? true : undefined}
        >
          {inOwnDirection(words.critical)}
        </text>
      )}
      {sorted.map(({ key, name, look, weightVariance, biasVariance }, i) => {
        const beyond = weightVariance > reach.weightVariance;
        const [x, y] = place(within(weightVariance, reach.weightVariance), biasVariance);
        const stem = rem * (1.2 + 1.35 * (i % 4));
        const late = x > plot.x + plot.width * 0.72;
        return (
          <g key={key} className={styles['mark']} {...lookData(look)}>
            <path className={styles['stem']} d={`M${x},${y}V${y - stem}`} />
            <circle className={styles['dot']} cx={x} cy={y} r={rem * 0.28} />
            <text
              className={styles['name']}
              data-end={late ? true : undefined}
              x={x + (late ? -1 : 1) * rem * 0.25}
              y={y - stem + rem * 0.35}
            >
              {inOwnDirection(beyond ? `${name} →` : name)}
            </text>
          </g>
        );
      })}
      {point !== null && (
        <g
          className={styles['point']}
          data-map-point
          // No input element edits two numbers at once inside an SVG.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="slider"
          tabIndex={0}
          aria-label={words.point}
          aria-valuetext={words.pointValue}
          aria-valuenow={point.weightVariance}
          aria-valuemin={0}
          aria-valuemax={reach.weightVariance}
          onKeyDown={walk}
          onPointerDown={(event) => {
            dragged.current = true;
            event.currentTarget.setPointerCapture(event.pointerId);
            event.stopPropagation();
          }}
          onPointerMove={follow}
          onPointerUp={() => {
            dragged.current = false;
          }}
          onPointerCancel={() => {
            dragged.current = false;
          }}
        >
          <circle
            className={styles['grip']}
            cx={sx(within(point.weightVariance, reach.weightVariance))}
            cy={sy(within(point.biasVariance, reach.biasVariance))}
            r={22}
          />
          <circle
            className={styles['handle']}
            cx={sx(within(point.weightVariance, reach.weightVariance))}
            cy={sy(within(point.biasVariance, reach.biasVariance))}
            r={rem * 0.55}
          />
        </g>
      )}
    </g>
  );
}

/** Tooltip: the critical σ_b² at this σ_w². */
export function ChaosTip({ at }: { readonly at: number }) {
  const { line, format, words } = useChaos();
  const after = line.findIndex(({ weightVariance }) => weightVariance >= at);
  const [a, b] = [line[after - 1], line[after]];
  if (a === undefined || b === undefined) return null;
  const t = (at - a.weightVariance) / (b.weightVariance - a.weightVariance || 1);
  const bias = a.biasVariance + t * (b.biasVariance - a.biasVariance);
  return (
    <ChartTip
      title={<HtmlNumber text={format.number(at)} />}
      heads={['']}
      rows={[
        {
          key: 1,
          name: words.critical,
          cells: [<HtmlNumber key="bias" text={format.number(bias)} />],
        },
      ]}
    />
  );
}
