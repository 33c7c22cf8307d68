import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { NEURON_INPUTS, neuronStd } from '../../engine/lecture/neuronSums.ts';
import { useFormat } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { Ltr } from '../../ui/Ltr.tsx';
import { Slider } from '../../ui/Slider.tsx';
import styles from './NeuronPanel.module.css';

interface NeuronDialProps {
  readonly n: number;
  readonly onChange: (n: number) => void;
}

/** The slider for n, beside the two widths that follow from it. */
export function NeuronDial({ n, onChange }: NeuronDialProps) {
  const format = useFormat();
  const { neuron } = useLessonWords();
  const number = (value: number) => <HtmlNumber text={format.number(value)} />;
  return (
    <div className={styles['dial']}>
      <Slider
        label={neuron.inputs}
        control="inputs"
        value={n}
        text={format.integer(n)}
        min={NEURON_INPUTS.min}
        max={NEURON_INPUTS.max}
        onChange={onChange}
      />
      <dl className={styles['readouts']}>
        <div data-mark="measured">
          <dt>{neuron.measured}</dt>
          <dd>{number(neuronStd(n))}</dd>
        </div>
        <div data-mark="root">
          <dt>
            <Ltr>{neuron.root}</Ltr>
          </dt>
          <dd>{number(Math.sqrt(n))}</dd>
        </div>
      </dl>
    </div>
  );
}
