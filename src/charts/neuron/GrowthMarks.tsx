import { usePlot, useSelected } from '../frame/plot.ts';
import { ChartTip } from '../frame/ChartTip.tsx';
import { EndLabels } from '../frame/EndLabels.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { useGrowth } from './growthContext.ts';
import { dotPath, linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import layers from '../frame/chart.module.css';
import styles from './neuron.module.css';

const SAMPLES = 96;

/** The curve √n, the values measured so far, and the dot at the current n. */
export function GrowthMarks() {
  const { n, most, seen, std, rem } = useGrowth();
  const { plot, sx, sy, ticks } = usePlot();
  const selected = useSelected();
  const point = (count: number, value: number): Point => [sx(count), sy(value)];
  const root = Array.from({ length: SAMPLES + 1 }, (_, i) => {
    // The samples are closer together where the curve is steep.
    const count = most * (i / SAMPLES) ** 2;
    return point(count, Math.sqrt(count));
  });
  const here = point(n, std(n));
  const at = selected !== null ? sx(selected) : undefined;
  return (
    <g>
      <path
        className={layers['rule']}
        d={ticks.map((y) => `M${plot.x},${y}h${plot.width}`).join('')}
      />
      {at !== undefined && (
        <path className={layers['cursor']} d={`M${at},${plot.y}v${plot.height}`} />
      )}
      <path
        className={styles['guide']}
        d={`M${plot.x},${here[1]}H${here[0]}V${plot.y + plot.height}`}
      />
      <path className={styles['root']} d={linePath(root)} />
      <path
        className={styles['trail']}
        d={dotPath(seen.map((count) => point(count, std(count))))}
        strokeWidth={rem * 0.28}
      />
      <circle className={styles['here']} cx={here[0]} cy={here[1]} r={rem * 0.42} />
      <EndLabels rem={rem} labels={[{ key: 1, text: '√n', y: root.at(-1)?.[1] ?? null }]} />
    </g>
  );
}

/** Tooltip: n, σ and √n. */
export function GrowthTip({ at }: { readonly at: number }) {
  const { std, format, words } = useGrowth();
  return (
    <ChartTip
      title={`n = ${format.integer(at)}`}
      heads={['']}
      rows={[
        {
          key: 1,
          name: words.measured,
          cells: [<HtmlNumber key="std" text={format.number(std(at))} />],
        },
        {
          key: 2,
          name: '√n',
          cells: [<HtmlNumber key="root" text={format.number(Math.sqrt(at))} />],
        },
      ]}
    />
  );
}
