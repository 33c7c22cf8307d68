import { usePlot } from '../frame/plot.ts';
import { SvgNumber } from '../frame/PrintedNumber.tsx';
import { useNeuron } from './neuronContext.ts';
import styles from './neuron.module.css';

/** Widest and thinnest line of a product, in px. */
const WIDEST = 5;
const THINNEST = 0.4;
/** Heights of the row of inputs and of the neuron above the plot, in rem. */
const INPUTS = 6.2;
const BODY = 1.9;
const RADIUS = 0.85;

/** The inputs of one neuron, its products as lines into it, and a line from the neuron to its z on the axis. */
export function NeuronPicture() {
  const { products, histogram, rem, format } = useNeuron();
  const { plot, sx } = usePlot();
  const n = products.length;
  const values = Array.from(products);
  const z = values.reduce((sum, each) => sum + each, 0);
  const centre = sx(0);
  const top = plot.y - rem * INPUTS;
  const body = plot.y - rem * BODY;
  const r = rem * RADIUS;
  const base = plot.y + plot.height;
  const gap = Math.min(rem * 1.6, plot.width / Math.max(1, n - 1));
  const at = (i: number): number => centre + (i - (n - 1) / 2) * gap;
  const dot = Math.max(1.2, Math.min(rem * 0.28, gap * 0.36));
  // Lines are thinner where there are many, so that they do not merge into an area.
  const thick = Math.max(0.5, Math.min(1, gap / (rem * 0.5)));
  const fallen = sx(Math.max(histogram.lo, Math.min(histogram.hi, z)));
  return (
    <g>
      {values.map((value, i) => (
        <path
          // Inputs have no key other than their index.
          // oxlint-disable-next-line react/no-array-index-key
          key={i}
          className={styles['product']}
          data-sign={value < 0 ? 'negative' : 'positive'}
          d={`M${at(i)},${top}L${centre},${body}`}
          strokeWidth={Math.max(THINNEST, Math.min(WIDEST, Math.abs(value) * 2.2) * thick)}
        />
      ))}
      <path
        className={styles['input']}
        d={values.map((_, i) => `M${at(i)},${top}h0`).join('')}
        strokeWidth={dot * 2}
      />
      <path className={styles['fall']} d={`M${centre},${body + r}L${fallen},${base}`} />
      <circle className={styles['body']} cx={centre} cy={body} r={r} />
      <text className={styles['sum']} x={centre} y={body} dy="0.35em">
        Σ
      </text>
      <circle className={styles['fallen']} cx={fallen} cy={base} r={rem * 0.32} />
      <text className={styles['z']} x={centre + r + rem * 0.5} y={body} dy="0.35em">
        z = <SvgNumber text={format.number(z)} />
      </text>
    </g>
  );
}
