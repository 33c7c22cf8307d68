import { useEffect, useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { SpectrumChart } from '../../charts/spectrum/SpectrumChart.tsx';
import { useI18n } from '../../i18n/I18n.tsx';
import { useWeightsWords } from '../../i18n/weights/words.ts';
import { startOf, useCheckpoints } from '../../store/weights/checkpointStore.ts';
import { useSpectrum } from '../../store/weights/spectrumStore.ts';
import { useWeights } from '../../store/weights/weightsStore.ts';
import { FileProblem } from './FileProblem.tsx';
import { useMarkPending } from '../../ui/pending.ts';
import type { TensorSummary } from '../../weightsFile/measure/summarize.ts';
import { matrixSides } from '../../weightsFile/spectrum/matrixSides.ts';
import { density } from '../../weightsFile/spectrum/marchenkoPastur.ts';
import type { Spectrum } from '../../weightsFile/spectrum/spectrum.ts';
import styles from './weightsFile.module.css';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';

/** The singular values of the tensor, and of what training has added to it. */
export function TensorSpectrum({ summary }: { readonly summary: TensorSummary }) {
  const words = useWeightsWords().spectrum;
  const sides = matrixSides(summary);
  if (sides === 'no-matrix') return null;
  if (typeof sides === 'string') return <p className={styles['small']}>{words.reasons[sides]}</p>;
  return <Spectra summary={summary} />;
}

function Spectra({ summary }: { readonly summary: TensorSummary }) {
  const { format } = useI18n();
  const { spectrum: words } = useWeightsWords();
  const source = useWeights((state) => state.file?.source);
  const run = useCheckpoints((state) => state.run);
  const { spectra, problem, ask } = useSpectrum();
  useEffect(
    () => (source === undefined ? undefined : ask(source, startOf(run, source), summary)),
    // `run` changes with every message while it is being compared, but its first file stays the same.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [source, summary, ask],
  );
  useMarkPending(spectra === null && problem === null);
  if (problem !== null) return <FileProblem problem={problem} />;
  if (spectra === null) return <p className={styles['small']}>{words.computing}</p>;
  const { own, added } = spectra;
  const { above, values, edge, aboveShare } = own;
  const found =
    above === 0
      ? words.none(format.plain(edge))
      : words.above(
          format.integer(above),
          format.integer(values.length),
          format.plain(edge),
          format.percent(aboveShare),
        );
  return (
    <>
      <SpectrumFigure
        chart="spectrum"
        spectrum={own}
        title={words.title}
        found={found}
        caption={words.caption}
      />
      {run === null && <p className={styles['small']}>{words.noStart}</p>}
      {added !== null && added.spectrum === null && <p>{words.unchanged}</p>}
      {added !== null && added.spectrum !== null && (
        <SpectrumFigure
          chart="spectrum-added"
          spectrum={added.spectrum}
          title={words.added}
          found={words.addedSay(
            format.percent(added.share),
            format.integer(added.spectrum.directions),
            format.integer(added.spectrum.values.length),
          )}
          caption={words.addedCaption}
        />
      )}
    </>
  );
}

interface SpectrumFigureProps {
  readonly chart: string;
  readonly spectrum: Spectrum;
  readonly title: string;
  readonly found: string;
  readonly caption: string;
}

function SpectrumFigure({ chart, spectrum, title, found, caption }: SpectrumFigureProps) {
  const { words: page, format } = useI18n();
  const words = useWeightsWords().spectrum;
  const figureNumbers = useFigureNumbers();
  const [ref, size] = useChartSize();
  const { charts } = page;
  const { values, above, short, long, noise, edge } = spectrum;
  const law = useMemo(() => {
    const unit = noise * Math.sqrt(long);
    const ratio = short / long;
    return { density: (value: number) => (short * density(ratio, value / unit)) / unit, edge };
  }, [noise, long, short, edge]);
  const chartWords = useMemo(
    () => ({
      bin: charts.value,
      count: words.count,
      expected: words.expected,
      edge: words.edge,
      beyond: (count: number) => words.beyond(format.integer(count)),
    }),
    [charts, words, format],
  );
  return (
    <FigureFrame
      chart={chart}
      title={title}
      summary={found}
      caption={
        <>
          <strong>{found}</strong> {caption}
        </>
      }
      numbers={figureNumbers({
        caption: title,
        columns: [
          { id: 'index', title: '' },
          { id: 'value', title: words.x },
        ],
        rows: () =>
          values.map((value, i) => ({
            id: String(i),
            title: format.integer(i + 1),
            cells: [format.plain(value)],
          })),
        raw: () => values.map((value, i) => [i + 1, value]),
      })}
    >
      <div ref={ref}>
        {size !== null && (
          <SpectrumChart
            values={values}
            above={above}
            law={law}
            tone={3}
            xTitle={words.x}
            yTitle={words.y}
            label={title}
            size={size}
            format={format}
            words={chartWords}
          />
        )}
      </div>
    </FigureFrame>
  );
}
