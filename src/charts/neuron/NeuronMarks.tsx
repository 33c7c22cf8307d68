import { usePlot, useSelected } from '../frame/plot.ts';
import { binAt } from '../histogram/BinTip.tsx';
import { ChartTip } from '../frame/ChartTip.tsx';
import { NeuronPicture } from './NeuronPicture.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { stepPath } from '../geometry/histogramPath.ts';
import { useNeuron } from './neuronContext.ts';
import { spanPath } from '../geometry/spanPath.ts';
import styles from './neuron.module.css';
import layers from '../frame/chart.module.css';

/** Room around the plot, in rem: the neuron is above it, the bars for the two widths below. */
export const NEURON_ROOM = { top: 6.6, left: 0.8, right: 0.8, rows: 2.5 } as const;

/** Everything that changes with n. */
export function NeuronMarks() {
  const { histogram, first, std, root, rem } = useNeuron();
  const { plot, sx } = usePlot();
  const selected = useSelected();
  const { lo, hi, counts } = histogram;
  const x = (value: number): number => sx(Math.max(lo, Math.min(hi, value)));
  const base = plot.y + plot.height;
  const bins = counts.length;
  const bin = selected !== null ? binAt(selected, lo, hi, bins) : null;
  const rows = [
    { name: 'σ', mark: 'measured', value: std },
    ...(root === null ? [] : [{ name: '√n', mark: 'root', value: root }]),
  ];
  return (
    <g>
      {bin !== null && (
        <rect
          className={layers['band']}
          x={plot.x + (bin * plot.width) / bins}
          y={plot.y}
          width={plot.width / bins}
          height={plot.height}
        />
      )}
      <path
        className={layers['area']}
        d={stepPath(counts, {
          left: plot.x,
          right: plot.x + plot.width,
          base,
          height: plot.height,
        })}
      />
      {first !== null && (
        <>
          <path
            className={styles['first']}
            data-mark="first"
            d={stepPath(first.counts, {
              left: plot.x,
              right: plot.x + plot.width,
              base,
              height: plot.height,
            })}
          />
          <text className={styles['firstName']} x={x(3)} y={plot.y + rem * 0.8}>
            n = 1
          </text>
        </>
      )}
      <path className={layers['reference']} d={`M${plot.x},${base}h${plot.width}`} />
      {rows.map(({ name, mark, value }, i) => {
        const y = base + rem * (0.85 + i * 1.05);
        return (
          <g key={mark}>
            <path
              className={styles['span']}
              data-mark={mark}
              d={spanPath(x(-value), x(value), y, rem * 0.25)}
            />
            <text className={styles['spanName']} x={x(value) + rem * 0.5} y={y} dy="0.34em">
              ±{name}
            </text>
          </g>
        );
      })}
      <NeuronPicture />
    </g>
  );
}

/** Tooltip: how many neurons have a z in this bin. */
export function NeuronTip({ at }: { readonly at: number }) {
  const { histogram, format, words } = useNeuron();
  const { lo, hi, counts } = histogram;
  const bin = binAt(at, lo, hi, counts.length);
  const edge = (i: number) => format.number(lo + (i * (hi - lo)) / counts.length);
  const count = counts[bin] ?? 0;
  const all = counts.reduce((sum, each) => sum + each, histogram.below + histogram.above);
  return (
    <ChartTip
      title={
        <>
          <HtmlNumber text={edge(bin)} /> … <HtmlNumber text={edge(bin + 1)} />
        </>
      }
      heads={[words.bin]}
      rows={[
        { key: 1, name: words.count, cells: [format.integer(count)] },
        { key: 2, name: words.share, cells: [format.percent(count / Math.max(1, all))] },
      ]}
    />
  );
}
