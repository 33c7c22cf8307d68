import { useDeferredValue, useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import type { SpreadLane } from '../../charts/byLayer/spread.ts';
import { SpreadByLayer } from '../../charts/byLayer/SpreadByLayer.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import type { LayerStats } from '../../engine/types.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { isStale } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';
import { useLateStep } from '../lanes/useLateStep.ts';
import { seedBandOf } from './seedBand.ts';
import { useLaneMarks } from '../lanes/useLaneMarks.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';

interface SpreadBetween {
  /** `beside` the spread of all outputs, or `instead` of it. */
  readonly place: 'beside' | 'instead';
  /** How it is called on the axis, and at the end of its line. */
  readonly axis: string;
  readonly line: string;
}

interface SpreadPanelProps {
  readonly direction: 'forward' | 'backward';
  readonly titleLevel?: 2 | 3;
  /** Forward, also the spread between examples. */
  readonly between?: SpreadBetween | undefined;
  /** Without the lines of theory. */
  readonly measured?: true | undefined;
}

const measuredOf = (
  stats: LayerStats | undefined,
  direction: SpreadPanelProps['direction'],
): number | null => {
  const summary = direction === 'forward' ? stats?.activations : stats?.gradients;
  if (!summary) return null;
  return summary.finite < summary.count && summary.finite === 0 ? Infinity : summary.std;
};

const theoryOf = (
  stats: LayerStats | undefined,
  direction: SpreadPanelProps['direction'],
): number | null => {
  const theory = stats?.theory ?? null;
  return direction === 'forward' ? (theory?.activationStd ?? null) : (theory?.gradientStd ?? null);
};

/** The spread of every layer of every lane on one log axis, forward or backward. */
export function SpreadPanel({
  direction,
  titleLevel = 3,
  between,
  measured: measuredOnly,
}: SpreadPanelProps) {
  const { words, format } = useI18n();
  const figureNumbers = useFigureNumbers();
  const marks = useLaneMarks();
  const lab = useDeferredValue(useStore((state) => state.lab));
  const states = useDeferredValue(useStore((state) => state.lanes));
  const focus = useStore((state) => state.focus);
  const setView = useStore((state) => state.setView);
  const step = useLateStep(0);
  const [ref, size] = useChartSize();
  const { charts } = words;
  const forward = direction === 'forward';

  const lanes = useMemo(() => {
    const whole = marks.map((mark): SpreadLane => {
      const state = states[mark.lane];
      const layers = state?.shown?.layers ?? [];
      const theory = measuredOnly === true ? [] : layers.map((stats) => theoryOf(stats, direction));
      return {
        ...mark,
        stale: state === undefined || isStale(state),
        measured: layers.map((stats) => measuredOf(stats, direction)),
        theory: theory.some((value) => value !== null) ? theory : null,
        seedBand: seedBandOf(state, forward ? 'activationStd' : 'gradientStd'),
      };
    });
    if (between === undefined) return whole;
    const parts = whole.map((lane): SpreadLane => {
      const layers = states[lane.lane]?.shown?.layers ?? [];
      const measured = layers.map(({ exampleStd }) => exampleStd);
      const part = { ...lane, measured, theory: null, seedBand: null };
      if (between.place === 'instead') return part;
      const name = whole.length === 1 ? between.line : `${lane.name} · ${between.line}`;
      return { ...part, lane: lane.lane + whole.length, name, dash: 'dotted' };
    });
    return between.place === 'instead' ? parts : [...whole, ...parts];
  }, [marks, states, direction, forward, between, measuredOnly]);

  const layers = Math.max(1, ...lanes.map((lane) => lane.measured.length));
  const chartWords = useMemo(
    () => ({
      layer: (layer: number) => charts.layer(format.integer(layer)),
      measured: charts.measured,
      theory: charts.theory,
      infinite: words.numbers.infinity,
    }),
    [charts, format, words],
  );
  const onFocusLayer = useMemo(
    () => (layer: number | null) => setView({ focus: layer }),
    [setView],
  );
  const title = forward ? charts.spreadForward : charts.spreadBackward;
  const yName = forward ? charts.spreadForwardY : charts.spreadBackwardY;
  const yTitle = between?.place === 'instead' ? `${yName} · ${between.axis}` : yName;
  const predicted = lanes.filter(({ theory }) => theory !== null).length;
  const caption = [
    predicted === lanes.length
      ? charts.spreadCaption
      : predicted > 0
        ? charts.spreadPartCaption
        : step === null
          ? charts.spreadJoinedCaption
          : charts.spreadJoinedAt(format.integer(step)),
    ...(lab.seeds > 1 ? [charts.spreadBands(format.integer(lab.seeds))] : []),
  ].join(' ');
  const ends = lanes.map(({ name, measured }) => {
    const say = (value: number | null | undefined): string =>
      value == null ? '–' : format.plain(value);
    return charts.spokenLane(name, say(measured[0]), say(measured.at(-1)));
  });
  const number = (value: number | null | undefined) =>
    value == null ? '–' : <HtmlNumber text={format.number(value)} />;
  return (
    <FigureFrame
      chart={forward ? 'spread-forward' : 'spread-backward'}
      title={title}
      titleLevel={titleLevel}
      summary={`${format.clauses(ends)}.`}
      caption={!forward && !lab.settings.backward ? charts.noGradient : caption}
      numbers={figureNumbers({
        caption: title,
        columns: [
          { id: 'layer', title: charts.layerColumn },
          ...lanes.flatMap(({ lane, name }) => [
            { id: `${lane}`, title: name },
            { id: `${lane}-theory`, title: charts.theory },
          ]),
        ],
        rows: () =>
          Array.from({ length: layers }, (_, i) => ({
            id: String(i),
            title: format.integer(i + 1),
            cells: lanes.flatMap(({ measured, theory }) => [
              number(measured[i]),
              number(theory?.[i]),
            ]),
          })),
        raw: () =>
          Array.from({ length: layers }, (_, i) => [
            i + 1,
            ...lanes.flatMap(({ measured, theory }) => [measured[i] ?? null, theory?.[i] ?? null]),
          ]),
      })}
    >
      <div ref={ref}>
        {size !== null && (
          <SpreadByLayer
            lanes={lanes}
            layers={layers}
            direction={direction}
            xTitle={forward ? charts.spreadForwardX : charts.spreadBackwardX}
            yTitle={yTitle}
            label={title}
            size={size}
            format={format}
            words={chartWords}
            focused={focus}
            onFocusLayer={onFocusLayer}
          />
        )}
      </div>
    </FigureFrame>
  );
}
