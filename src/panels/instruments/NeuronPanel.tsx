import { useMemo, useState } from 'react';
import { Shuffle } from 'lucide-react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { GrowthChart } from '../../charts/neuron/GrowthChart.tsx';
import { NeuronChart } from '../../charts/neuron/NeuronChart.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { countBins } from '../../engine/math/countBins.ts';
import {
  NEURON_INPUTS,
  NEURON_SAMPLES,
  neuronProducts,
  neuronStd,
  neuronSums,
} from '../../engine/lecture/neuronSums.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { useLesson } from '../../store/lesson/lessonStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Ltr } from '../../ui/Ltr.tsx';
import { NeuronDial } from './NeuronDial.tsx';
import styles from './NeuronPanel.module.css';
import { useGrowth } from './useGrowth.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';

/** End of the axis of z for every n: wide enough for the largest spread, √128 = 11.3. */
const REACH = 30;
const BINS = 60;
/** Values of n in the table: powers of two, and the hundred that the lesson asks about. */
const TABLE = [1, 2, 4, 8, 16, 32, 64, 100, 128];
/** Step from one shown neuron to the next; coprime to the number of neurons. */
const STRIDE = 271;

interface NeuronPanelProps {
  /** Hides the slider and keeps n = 1, so as not to answer the lesson's question. */
  readonly fixed: boolean;
  /** Turns the dial to a hundred inputs when the panel appears. */
  readonly grows?: boolean;
  readonly titleLevel?: 2 | 3;
}

/** One neuron's sum of n products, and the distribution of that sum over many neurons. */
export function NeuronPanel({ fixed, grows = false, titleLevel = 3 }: NeuronPanelProps) {
  const { words, format, dir } = useI18n();
  const figureNumbers = useFigureNumbers();
  const { neuron } = useLessonWords();
  const dial = useLesson((state) => state.dials.inputs);
  const setDials = useLesson((state) => state.setDials);
  useGrowth(grows);
  const [sample, setSample] = useState(0);
  const n = fixed ? NEURON_INPUTS.min : dial;
  const [seen, setSeen] = useState<readonly number[]>([n]);
  if (!seen.includes(n)) setSeen([...seen, n]);
  const [sumRef, sumSize] = useChartSize();
  const [growthRef, growthSize] = useChartSize();
  const { charts } = words;

  const std = neuronStd(n);
  const root = Math.sqrt(n);
  const histogram = useMemo(() => countBins(neuronSums(n), -REACH, REACH, BINS), [n]);
  const first = useMemo(
    () => (n === 1 ? null : countBins(neuronSums(1), -REACH, REACH, BINS)),
    [n],
  );
  const products = useMemo(() => neuronProducts(n, sample), [n, sample]);
  const sumWords = useMemo(
    () => ({ bin: charts.value, count: charts.count, share: charts.share }),
    [charts],
  );
  const growthWords = useMemo(() => ({ measured: neuron.measured }), [neuron]);
  const number = (value: number) => <HtmlNumber text={format.number(value)} />;
  return (
    <FigureFrame
      chart="neuron"
      titleLevel={titleLevel}
      title={neuron.title}
      summary={neuron.summary(format.integer(n), format.plain(std), format.plain(root))}
      caption={neuron.caption(format.integer(NEURON_SAMPLES))}
      actions={
        <Button
          kind="quiet"
          data-action="another-neuron"
          onClick={() => setSample((sample + STRIDE) % NEURON_SAMPLES)}
        >
          <Shuffle aria-hidden size="1.1em" />
          {neuron.another}
        </Button>
      }
      numbers={
        fixed
          ? undefined
          : figureNumbers({
              caption: neuron.title,
              columns: [
                { id: 'n', title: <Ltr>n</Ltr> },
                { id: 'std', title: neuron.measured },
                { id: 'root', title: <Ltr>√n</Ltr> },
              ],
              rows: () =>
                TABLE.map((count) => ({
                  id: String(count),
                  title: format.integer(count),
                  cells: [number(neuronStd(count)), number(Math.sqrt(count))],
                })),
              raw: () => TABLE.map((count) => [count, neuronStd(count), Math.sqrt(count)]),
            })
      }
    >
      <div className={styles['neuron']} data-fixed={fixed} dir={dir}>
        <div className={styles['main']}>
          {!fixed && <NeuronDial n={n} onChange={(inputs) => setDials({ inputs })} />}
          <div ref={sumRef}>
            {sumSize !== null && (
              <NeuronChart
                histogram={histogram}
                first={first}
                std={std}
                root={fixed ? null : root}
                products={products}
                xTitle={neuron.x}
                label={neuron.title}
                size={sumSize}
                format={format}
                words={sumWords}
              />
            )}
          </div>
        </div>
        {!fixed && (
          <div className={styles['growth']} ref={growthRef}>
            {growthSize !== null && (
              <GrowthChart
                n={n}
                most={NEURON_INPUTS.max}
                seen={seen}
                std={neuronStd}
                xTitle={neuron.inputs}
                yTitle={neuron.grows}
                label={neuron.grows}
                size={growthSize}
                format={format}
                words={growthWords}
              />
            )}
          </div>
        )}
      </div>
    </FigureFrame>
  );
}
