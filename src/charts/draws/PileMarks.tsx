import { usePlot } from '../frame/plot.ts';
import { countBins } from '../../engine/math/countBins.ts';
import { binAt } from '../histogram/BinTip.tsx';
import { ChartTip } from '../frame/ChartTip.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { dotPile } from './dotPile.ts';
import { PILE_BINS, usePile } from './pileContext.ts';
import { dotPath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import { repel } from '../geometry/repel.ts';
import styles from './pile.module.css';
import layers from '../frame/chart.module.css';

/** The interval, the pile of earlier runs, and the dots of this one. */
export function PileMarks() {
  const { earlier, newest, run, reach, interval, rem, words } = usePile();
  const { plot, sx } = usePlot();
  const x = (value: number): number => sx(Math.max(-reach, Math.min(reach, value)));
  const base = plot.y + plot.height;
  const diameter = rem * 0.62;
  const pile = dotPile(
    [...earlier, ...newest.map(({ value }) => value)].map((value) => x(value)),
    diameter,
  );
  const highest = Math.max(0, ...pile.map(({ level }) => level));
  // In a pile that would be higher than the plot, the dots overlap.
  const pitch = Math.min(diameter, (plot.height - diameter) / Math.max(1, highest));
  const points = pile.map(({ x, level }): Point => [x, base - diameter / 2 - level * pitch]);
  const now = points.slice(earlier.length);
  const names = repel(
    now.map(([at]) => at),
    now.map(() => rem * 1.5),
    plot.x - rem * 0.75,
    plot.x + plot.width + rem * 0.75,
  );
  const flags = plot.y - rem * 0.35;
  return (
    <g>
      <rect
        className={layers['interval']}
        x={x(-interval)}
        y={plot.y - rem * 1.5}
        width={x(interval) - x(-interval)}
        height={plot.height + rem * 1.5}
      />
      <text className={styles['interval']} x={x(0)} y={plot.y - rem * 1.9} textAnchor="middle">
        {words.interval}
      </text>
      <path
        className={styles['earlier']}
        d={dotPath(points.slice(0, earlier.length))}
        strokeWidth={diameter}
      />
      <path className={layers['reference']} d={`M${plot.x},${base}h${plot.width}`} />
      <path className={styles['zero']} d={`M${x(0)},${base}v${rem * 0.35}`} />
      {newest.map(({ name }, i) => {
        const [at, y] = now[i] ?? [0, 0];
        const label = names[i] ?? at;
        return (
          <g key={`${run}-${name}`} className={styles['now']}>
            <path className={styles['stem']} d={`M${label},${flags}L${at},${y}`} />
            <text className={styles['flag']} x={label} y={flags - rem * 0.25} textAnchor="middle">
              {name}
            </text>
            <circle className={styles['dot']} cx={at} cy={y} r={diameter * 0.62} />
          </g>
        );
      })}
    </g>
  );
}

/** How many numbers lie in this bin. */
export function PileTip({ at }: { readonly at: number }) {
  const { earlier, newest, reach, format, words } = usePile();
  const values = [...earlier, ...newest.map(({ value }) => value)];
  const { counts } = countBins(values, -reach, reach, PILE_BINS);
  const bin = binAt(at, -reach, reach, PILE_BINS);
  const edge = (i: number) =>
    format.number(Number((-reach + (2 * reach * i) / PILE_BINS).toFixed(9)));
  return (
    <ChartTip
      title={
        <>
          <HtmlNumber text={edge(bin)} /> … <HtmlNumber text={edge(bin + 1)} />
        </>
      }
      heads={[words.bin]}
      rows={[{ key: 1, name: words.count, cells: [format.integer(counts[bin] ?? 0)] }]}
    />
  );
}
