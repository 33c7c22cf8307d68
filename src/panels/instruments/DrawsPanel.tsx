import { useMemo } from 'react';
import { DrawsChart } from '../../charts/draws/DrawsChart.tsx';
import type { DrawsLane } from '../../charts/draws/drawsContext.ts';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { steppedReach } from '../../charts/geometry/steppedReach.ts';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { joinBins } from '../../engine/math/countBins.ts';
import { drawDensity } from '../../engine/weights/density.ts';
import { drawMoments } from '../../engine/rules/draw.ts';
import type { Lab, LabLane } from '../../engine/lab/lab.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { planOf } from '../../engine/passes/plan.ts';
import { INTERVAL, shareOutside } from '../../engine/math/shareOutside.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { isStale } from '../../store/state/selectors.ts';
import { useLateLab, useLateResults } from '../../store/late/useLateStore.ts';
import { useLaneMarks } from '../lanes/useLaneMarks.ts';
import { isolated } from '../../i18n/bidi.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';

/** Fewest weights per bin, on average. */
const FEWEST = 8;
/** The axis reaches this many σ, and at least this many times ±0.1. */
const OUT = 4;

/** Whether ±0.1 is a parameter of the lane's rule: the interval is shaded only then. */
const namesInterval = ({ initializer }: LabLane): boolean =>
  Object.values(initializer.params).some((value) => Math.abs(Number(value)) === INTERVAL);

/** Computed from the rule alone, so that the axes stay still while weights arrive. */
function theoryOf(lab: Lab, lane: LabLane) {
  const [first] = planOf(laneConfig(lab, lane)).layers;
  if (first === undefined) return { density: null, reach: 0 };
  const moments = drawMoments(first.draw, first.fanIn, first.fanOut);
  const reach = moments === null ? 0 : Math.abs(moments.mean) + OUT * moments.std;
  return { density: drawDensity(first.draw), reach };
}

/** The weights of layer 1 of every lane on one axis; the interval ±0.1 is shaded where a rule mentions it. */
export function DrawsPanel({ titleLevel = 3 }: { readonly titleLevel?: 2 | 3 }) {
  const { words, format, dir } = useI18n();
  const figureNumbers = useFigureNumbers();
  const { draws } = useLessonWords();
  const lab = useLateLab();
  const marks = useLaneMarks();
  const states = useLateResults();
  const [ref, size] = useChartSize();
  const { charts } = words;
  const shaded = lab.lanes.some(namesInterval);
  const theory = useMemo(() => lab.lanes.map((lane) => theoryOf(lab, lane)), [lab]);
  const found = useMemo(
    () =>
      marks.map((mark) => {
        const weights = states[mark.lane]?.shown?.layers[0]?.weights ?? null;
        const outside = weights === null || !shaded ? null : shareOutside(weights.own, INTERVAL);
        return { mark, name: mark.name, weights, outside };
      }),
    [marks, states, shaded],
  );
  const lanes = useMemo(() => {
    return found.map(({ mark, weights, outside }): DrawsLane => {
      const state = states[mark.lane];
      return {
        ...mark,
        stale: state === undefined || isStale(state),
        histogram: weights === null ? null : joinBins(weights.own, FEWEST),
        density: theory[mark.lane]?.density ?? null,
        readout:
          weights === null
            ? ''
            : isolated(
                [
                  draws.std(format.plain(weights.std)),
                  ...(outside === null ? [] : [draws.outside(format.percent(outside))]),
                ]
                  .map((part) => isolated(part, dir))
                  .join(' · '),
                dir,
              ),
      };
    });
  }, [found, states, theory, draws, format, dir]);
  const chartWords = useMemo(
    () => ({ interval: draws.inside, share: charts.share }),
    [draws, charts],
  );
  const widest = Math.max(0, ...theory.map((each) => each.reach));
  const reach = steppedReach(shaded || widest === 0 ? Math.max(OUT * INTERVAL, widest) : widest);
  const spoken = found.map(({ name, weights, outside }) =>
    weights === null
      ? `${name}: ${charts.stillComputing}`
      : `${name}: ${[
          draws.std(format.plain(weights.std)),
          ...(outside === null ? [] : [draws.outside(format.percent(outside))]),
        ].join(' · ')}`,
  );
  const number = (value: number | undefined) =>
    value === undefined ? '–' : <HtmlNumber text={format.number(value)} />;
  return (
    <FigureFrame
      chart="draws"
      titleLevel={titleLevel}
      title={draws.title}
      summary={`${format.clauses(spoken)}.`}
      caption={draws.caption(shaded)}
      numbers={figureNumbers({
        caption: draws.title,
        columns: [
          { id: 'lane', title: charts.laneColumn },
          { id: 'std', title: charts.std },
          ...(shaded ? [{ id: 'outside', title: draws.outside('') }] : []),
          { id: 'min', title: charts.min },
          { id: 'max', title: charts.max },
        ],
        rows: () =>
          found.map(({ name, weights, outside }, i) => ({
            id: String(i),
            title: name,
            cells: [
              number(weights?.std),
              ...(shaded ? [outside === null ? '–' : format.percent(outside)] : []),
              number(weights?.min),
              number(weights?.max),
            ],
          })),
        raw: () =>
          found.map(({ name, weights, outside }) => [
            name,
            weights?.std ?? null,
            ...(shaded ? [outside] : []),
            weights?.min ?? null,
            weights?.max ?? null,
          ]),
      })}
    >
      <div ref={ref}>
        {size !== null && (
          <DrawsChart
            lanes={lanes}
            reach={reach}
            interval={shaded ? INTERVAL : null}
            xTitle={draws.x}
            label={draws.title}
            size={size}
            format={format}
            words={chartWords}
          />
        )}
      </div>
    </FigureFrame>
  );
}
