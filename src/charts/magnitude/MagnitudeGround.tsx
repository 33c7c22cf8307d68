import { usePlot } from '../frame/plot.ts';
import { useMagnitudes } from './magnitudeContext.ts';
import { hatchPath } from '../geometry/hatchPath.ts';
import own from './magnitude.module.css';
import styles from '../frame/chart.module.css';

const LABELLED = 0.36;

/**
 * The ranges of the number formats as backgrounds with their names at the right, hatching beyond the widest, and the
 * rows for ∞ and 0.
 */
export function MagnitudeGround() {
  const { ranges, lo, hi, rem, words } = useMagnitudes();
  const { plot, sy } = usePlot();
  const y = (decade: number): number => sy(Math.max(lo, Math.min(hi, decade)));
  const [top, bottom] = [y(hi), y(lo)];
  const foot = plot.y + plot.height;
  const end = plot.x + plot.width;
  const bands = ranges.map(({ name, smallest, largest }) => ({
    name,
    from: y(Math.log10(largest)),
    to: y(Math.log10(smallest)),
  }));
  const widest = bands[0] ?? { from: top, to: bottom };
  const box = (from: number, to: number): string =>
    `M${plot.x},${from}h${plot.width}V${to}h${-plot.width}Z`;
  return (
    <g>
      {bands.slice(1).map(({ name, from, to }) => (
        <path key={name} className={own['range']} d={box(from, to)} />
      ))}
      <path
        className={own['beyond']}
        d={
          hatchPath(plot.x, top, plot.width, widest.from - top, rem * 0.5) +
          hatchPath(plot.x, widest.to, plot.width, bottom - widest.to, rem * 0.5)
        }
      />
      <path className={styles['well']} d={box(plot.y, top - 3) + box(bottom + 3, foot)} />
      {bands.map(({ name, from, to }, i) => {
        const x = end + rem * (0.3 + 0.45 * (bands.length - 1 - i));
        return (
          <g key={name}>
            <path
              className={own['bracket']}
              d={`M${x - rem * 0.2},${from}H${x}V${to}H${x - rem * 0.2}`}
            />
            <text
              className={styles['sideLabel']}
              x={end + rem * 1.05}
              y={i === 0 ? from + rem * 0.5 : (from + to) / 2}
              dy={`${LABELLED}em`}
            >
              {name}
            </text>
          </g>
        );
      })}
      {(
        [
          [words.nonFinite, (plot.y + top - 3) / 2],
          [words.zero, (bottom + 3 + foot) / 2],
        ] as const
      ).map(([text, at]) => (
        <text
          key={text}
          className={styles['yTick']}
          x={plot.x - rem * 0.5}
          y={at}
          dy={`${LABELLED}em`}
        >
          {text}
        </text>
      ))}
    </g>
  );
}
