import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { Gauge } from '../../charts/gauges/Gauge.tsx';
import { LayerShape } from '../../charts/gauges/LayerShape.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import type { ChartSize } from '../../charts/types.ts';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { firstLayer, layerFactors, VARIANCE_RULES } from '../../engine/lecture/layerFactors.ts';
import type { ScaleFreeActivation, VarianceRule } from '../../engine/lecture/layerFactors.ts';
import { texNumber } from '../../engine/rules/texNumber.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { useLesson } from '../../store/lesson/lessonStore.ts';
import { useStore } from '../../store/store.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Formula } from '../../ui/Formula.tsx';
import { Ltr } from '../../ui/Ltr.tsx';
import { isolated } from '../../i18n/bidi.ts';
import styles from './GaugesPanel.module.css';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';

const isRule = (id: string): id is VarianceRule => Object.hasOwn(VARIANCE_RULES, id);
const RULES = Object.keys(VARIANCE_RULES).filter(isRule);
const FIXED = Number(VARIANCE_RULES.fixed.params['std']);

/** Var(w) with this layer's numbers, in TeX. */
const VARIANCE: Readonly<Record<VarianceRule, (fanIn: number, fanOut: number) => string>> = {
  'fan-in': (fanIn) => `\\frac{1}{${fanIn}}`,
  'fan-out': (_, fanOut) => `\\frac{1}{${fanOut}}`,
  xavier: (fanIn, fanOut) => `\\frac{2}{${fanIn} + ${fanOut}}`,
  he: (fanIn) => `\\frac{2}{${fanIn}}`,
  fixed: () => `${FIXED}^2`,
};

interface GaugesPanelProps {
  /** `dials`: the shape the reader has set. `lane`: the first lane's first layer, with the rule it is drawn by. */
  readonly of?: 'dials' | 'lane';
  /** Rules to choose from; all if absent. */
  readonly rules?: readonly VarianceRule[] | undefined;
  /** Activations to choose from; the first one is chosen initially. */
  readonly acts?: readonly ScaleFreeActivation[] | undefined;
  /** 2 where the panel is alone on a stage. */
  readonly titleLevel?: 2 | 3;
}

const LINEAR = ['linear'] as const;

/** Factors by which one layer multiplies the mean square of the signal forward, and that of the gradient backward. */
export function GaugesPanel(props: GaugesPanelProps) {
  const { of = 'dials', rules = RULES, acts = LINEAR, titleLevel = 2 } = props;
  const { words, format, dir } = useI18n();
  const figureNumbers = useFigureNumbers();
  const { gauges, shape } = useLessonWords();
  const dials = useLesson((state) => state.dials);
  const lab = useStore((state) => state.lab);
  const layer = useMemo(() => (of === 'lane' ? firstLayer(lab) : null), [of, lab]);
  const { fanIn, fanOut } = layer ?? dials;
  const [chosen, setRule] = useState<VarianceRule | null>(null);
  const rule = chosen ?? layer?.rule ?? 'xavier';
  const [act, setAct] = useState<ScaleFreeActivation>(acts[0] ?? 'linear');
  const [dialRef, dialSize] = useChartSize();
  const [layerRef, layerSize] = useChartSize();
  const { initializers } = words;
  const found = layerFactors(rule, fanIn, fanOut, act);
  const names: Readonly<Record<VarianceRule, ReactNode>> = {
    'fan-in': (
      <Ltr>
        1/n<sub>in</sub>
      </Ltr>
    ),
    'fan-out': (
      <Ltr>
        1/n<sub>out</sub>
      </Ltr>
    ),
    xavier: initializers.xavier_normal.name,
    he: initializers.he_normal.name,
    fixed: <bdi dir="ltr">{format.plain(FIXED)}²</bdi>,
  };
  // Rounded to three digits, 1024 would become 1020.
  const plain = (value: number): string =>
    value >= 1000 ? format.integer(value) : format.plain(value);
  const number = (value: number) =>
    value >= 1000 ? plain(value) : <HtmlNumber text={format.number(value)} />;
  const formula = VARIANCE[rule](fanIn, fanOut);
  const equals = `\\operatorname{Var}(w) = ${formula} = ${texNumber(found.variance)}`;
  const dial = (direction: 'backward' | 'forward', fan: number, size: ChartSize | null) => (
    <div className={styles['dial']} ref={direction === 'backward' ? dialRef : undefined}>
      <p className={styles['name']}>
        {direction === 'backward' && <span aria-hidden>←</span>}
        <bdi>{gauges[direction]}</bdi>
        {direction === 'forward' && <span aria-hidden>→</span>}
      </p>
      {size !== null && (
        <Gauge
          value={found[direction]}
          kept={isolated(gauges.kept, dir)}
          label={gauges.reads(gauges[direction], plain(found[direction]))}
          size={size}
          format={format}
        />
      )}
      <p className={styles['factor']} data-gauge={direction}>
        <span>×</span> {number(found[direction])}
      </p>
      <p className={styles['product']} data-direction={direction}>
        {`${format.integer(fan)}\u00a0×\u00a0`}
        {number(found.variance)}
        {act !== 'linear' && (
          <>
            {'\u00a0×\u00a0'}
            {number(found.left)}
          </>
        )}
      </p>
    </div>
  );
  return (
    <FigureFrame
      chart="gauges"
      title={gauges.title}
      titleLevel={titleLevel}
      summary={gauges.summary(plain(found.forward), plain(found.backward))}
      caption={act === 'linear' ? gauges.caption : `${gauges.caption} ${gauges.halved}`}
      numbers={figureNumbers({
        caption: gauges.title,
        columns: [
          { id: 'rule', title: gauges.rule },
          { id: 'variance', title: <Ltr>Var(w)</Ltr> },
          { id: 'forward', title: gauges.forward },
          { id: 'backward', title: gauges.backward },
        ],
        rows: () =>
          rules.map((each) => {
            const { variance, forward, backward } = layerFactors(each, fanIn, fanOut, act);
            const cells = [number(variance), number(forward), number(backward)];
            return { id: each, title: names[each], cells };
          }),
        raw: () =>
          rules.map((each) => {
            const { variance, forward, backward } = layerFactors(each, fanIn, fanOut, act);
            return [each, variance, forward, backward];
          }),
      })}
    >
      <div className={styles['rule']} dir={dir}>
        {/* Left out of a saved picture, where the formula shows the choice. */}
        <div className={styles['choices']} data-picture="none">
          <Choice
            bare
            label={gauges.rule}
            control="rule"
            value={rule}
            options={rules.map((each) => ({ value: each, label: names[each] }))}
            onChange={setRule}
          />
          {acts.length > 1 && (
            <Choice
              bare
              label={words.lab.activation}
              control="gauge-act"
              value={act}
              options={acts.map((each) => ({ value: each, label: words.activations[each] }))}
              onChange={setAct}
            />
          )}
        </div>
        <p className={styles['variance']}>
          <Formula tex={equals} />
        </p>
      </div>
      <div className={styles['gauges']}>
        {dial('backward', fanOut, dialSize)}
        <div className={styles['layer']} ref={layerRef}>
          {layerSize !== null && dialSize !== null && (
            <LayerShape
              fanIn={fanIn}
              fanOut={fanOut}
              label={`${shape.fanIn} ${format.integer(fanIn)}, ${shape.fanOut} ${format.integer(fanOut)}`}
              size={layerSize}
              height={Math.min(layerSize.rem * 17, dialSize.width * 0.5 + layerSize.rem * 7)}
              format={format}
            />
          )}
        </div>
        {dial('forward', fanIn, dialSize)}
      </div>
    </FigureFrame>
  );
}
