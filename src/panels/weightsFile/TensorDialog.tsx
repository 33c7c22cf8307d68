import { useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { LayerHistogram } from '../../charts/histogram/LayerHistogram.tsx';
import { useI18n } from '../../i18n/I18n.tsx';
import { useWeightsWords } from '../../i18n/weights/words.ts';
import { useWeights } from '../../store/weights/weightsStore.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Ltr } from '../../ui/Ltr.tsx';
import type { Examined } from '../../weightsFile/findings/finding.ts';
import { chartSummary } from './chartSummary.ts';
import { RuleName } from './RuleName.tsx';
import { ruleDensity } from './ruleDensity.ts';
import { TensorSpectrum } from './TensorSpectrum.tsx';
import styles from './weightsFile.module.css';

/** The opened tensor at full size. */
export function TensorDialog() {
  const { words: page } = useI18n();
  const words = useWeightsWords();
  const name = useWeights((state) => state.tensor);
  const tensors = useWeights((state) => state.file?.tensors);
  const openTensor = useWeights((state) => state.openTensor);
  const examined = tensors?.find(({ summary }) => summary.name === name);
  if (examined === undefined) return null;
  return (
    <Dialog
      size="wide"
      title={words.tensorTitle(examined.summary.name)}
      closeLabel={page.lab.close}
      onClose={() => openTensor(null)}
    >
      <TensorFigure examined={examined} />
      <RuleFacts examined={examined} />
      <TensorNumbers examined={examined} />
      <TensorSpectrum summary={examined.summary} />
    </Dialog>
  );
}

function TensorFigure({ examined }: { readonly examined: Examined }) {
  const { words: page, format } = useI18n();
  const words = useWeightsWords();
  const [ref, size] = useChartSize();
  const { charts } = page;
  const summary = useMemo(() => chartSummary(examined.summary), [examined]);
  const density = useMemo(() => ruleDensity(examined), [examined]);
  const chartWords = useMemo(
    () => ({
      bin: charts.value,
      count: charts.count,
      share: charts.share,
      zero: (share: number) => `${format.percent(share)} = ${format.integer(0)}`,
      below: (share: number) => `← ${format.percent(share)}`,
      above: (share: number) => `${format.percent(share)} →`,
      nonFinite: (share: number) => charts.nonFinite(format.percent(share)),
      quantiles: charts.quantiles,
      meanStd: `${charts.mean} ± σ`,
    }),
    [charts, format],
  );
  const title = words.histogram(examined.summary.name);
  if (summary === null) return <p>{words.allEqual}</p>;
  const { lo, hi } = summary.own;
  return (
    <FigureFrame
      chart="tensor-histogram"
      title={title}
      summary={`${charts.mean} ${format.plain(summary.mean)}, σ ${format.plain(summary.std)}`}
    >
      <div ref={ref} className={styles['plot']}>
        {size !== null && (
          <LayerHistogram
            summary={summary}
            scale="own"
            domain={[lo, hi]}
            tone={3}
            stale={false}
            xTitle={words.value}
            yTitle={charts.share}
            label={title}
            size={size}
            reference={density === null ? null : { density, label: words.ruleCurve }}
            format={format}
            words={chartWords}
          />
        )}
      </div>
    </FigureFrame>
  );
}

function RuleFacts({ examined: { rule, summary } }: { readonly examined: Examined }) {
  const { format } = useI18n();
  const words = useWeightsWords();
  const { numbers } = summary;
  const off = rule?.std == null ? null : Math.abs(numbers.std / rule.std - 1);
  return (
    <p className={styles['ruleFacts']}>
      <span className={styles['quiet']}>{words.columns.rule}: </span>
      <RuleName rule={rule} />
      {rule !== null && rule.names.length > 1 && (
        <span> · {words.same(`\u2066${rule.names.slice(1).join(', ')}\u2069`)}</span>
      )}
      {off !== null && rule?.trained === false && (
        <span> · {words.within(format.percent(off))}</span>
      )}
      {rule !== null && rule.runnerUp !== null && (
        <span> · {words.runnerUp(`\u2066${rule.runnerUp}\u2069`)}</span>
      )}
    </p>
  );
}

function TensorNumbers({ examined: { summary } }: { readonly examined: Examined }) {
  const { words: page, format } = useI18n();
  const words = useWeightsWords();
  const { charts } = page;
  const { numbers, layout, shape, dtype, units } = summary;
  const number = (value: number) => <HtmlNumber text={format.number(value)} />;
  const items: readonly (readonly [string, React.ReactNode])[] = [
    [words.columns.shape, <Ltr key="shape">{shape.join(' × ')}</Ltr>],
    [words.columns.kind, words.kinds[layout.kind]],
    [words.numbers.dtype, <Ltr key="dtype">{dtype}</Ltr>],
    ...(layout.fanIn > 0
      ? [
          [
            'fan-in → fan-out',
            <Ltr key="fans">{`${format.integer(layout.fanIn)} → ${format.integer(layout.fanOut)}`}</Ltr>,
          ] as const,
        ]
      : []),
    [charts.mean, number(numbers.mean)],
    [charts.std, number(numbers.std)],
    [charts.min, number(numbers.min)],
    [charts.max, number(numbers.max)],
    [words.numbers.kurtosis, number(numbers.kurtosis)],
    [charts.zero, format.percent(numbers.zero)],
    [charts.finite, format.percent(numbers.count === 0 ? 1 : numbers.finite / numbers.count)],
    ...(units.count > 1
      ? [
          [
            words.numbers.distinct,
            <Ltr key="units">{`${format.integer(units.distinct)} / ${format.integer(units.count)}`}</Ltr>,
          ] as const,
        ]
      : []),
  ];
  return (
    <dl className={styles['numbers']}>
      {items.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
