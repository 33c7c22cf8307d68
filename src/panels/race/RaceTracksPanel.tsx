import { useCallback, useMemo } from 'react';
import { DecisionBoundary } from '../../charts/heatMap/DecisionBoundary.tsx';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { RaceTracks } from '../../charts/race/RaceTracks.tsx';
import type { TrackLane } from '../../charts/race/tracksContext.ts';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { learnedShare } from '../../engine/train/testSet.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useRaceWords } from '../../i18n/race/words.ts';
import { useStore } from '../../store/store.ts';
import { useLaneMarks } from '../lanes/useLaneMarks.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';
import { stepsOf, valueAt } from './curveTable.ts';
import { classesOf, raceCurve } from './raceMarks.ts';
import { useRaceName } from '../lanes/useRaceName.ts';
import { usePlayhead } from './usePlayhead.ts';

/** One track per lane: its accuracy, the step at which it has learned, and the gradient that reaches layer 1. */
export function RaceTracksPanel() {
  const { format } = useI18n();
  const race = useRaceWords();
  const figureNumbers = useFigureNumbers();
  const races = useStore((state) => state.races);
  const { steps, revealed, playhead, onScrub } = usePlayhead();
  const [ref, size] = useChartSize();
  const marks = useLaneMarks(useRaceName());
  const share = learnedShare(races[0]?.asked.config.experiment.input ?? 'circle');
  const lanes = useMemo(
    () =>
      marks.map((mark): TrackLane => {
        const state = races[mark.lane];
        // Only the seed of the network shown in front; the curves of RaceCurve show many seeds.
        const one = state === undefined ? undefined : { ...state, manySeeds: null };
        const right = raceCurve(one, 'accuracy', revealed, mark);
        const gradient = raceCurve(one, 'firstLayerGradient', revealed, mark);
        const over = state?.outcome != null && revealed >= steps;
        return {
          ...mark,
          stale: false,
          steps: right.steps,
          shares: right.values,
          gradients: gradient.values,
          learnedAt: right.learnedAt,
          failed: right.learnedAt === null && (over || right.diverged),
        };
      }),
    [marks, races, revealed, steps],
  );
  const words = useMemo(
    () => ({
      step: (step: number) => race.stepN(format.integer(step)),
      share: race.accuracyY,
      gradient: race.gradientY,
      flag: (step: number) => format.integer(step),
      never: race.never,
    }),
    [race, format],
  );
  const front = useCallback((lane: number, side: number) => <Front index={lane} side={side} />, []);
  const spoken = lanes.map(({ name, learnedAt, failed, shares }) => {
    if (learnedAt !== null)
      return race.spoken(name, race.learned(format.integer(learnedAt), format.percent(share)));
    return failed ? race.spokenNever(name) : race.spoken(name, format.percent(shares.at(-1) ?? 0));
  });
  return (
    <FigureFrame
      chart="race-tracks"
      title={race.tracks}
      titleLevel={2}
      summary={`${format.clauses(spoken)}.`}
      caption={race.tracksCaption(format.percent(share))}
      numbers={figureNumbers({
        caption: race.tracks,
        columns: [
          { id: 'step', title: race.step },
          ...lanes.flatMap(({ lane, name }) => [
            { id: `${lane}`, title: `${name}, ${race.accuracyY}` },
            { id: `${lane}-gradient`, title: race.gradientY },
          ]),
        ],
        rows: () =>
          stepsOf(lanes).map((step) => ({
            id: String(step),
            title: format.integer(step),
            cells: lanes.flatMap((lane) => {
              const right = valueAt(lane, lane.shares, step);
              const gradient = valueAt(lane, lane.gradients, step);
              return [
                right === undefined ? '–' : format.percent(right),
                gradient === undefined ? (
                  '–'
                ) : (
                  <HtmlNumber key={lane.lane} text={format.number(gradient)} />
                ),
              ];
            }),
          })),
        raw: () =>
          stepsOf(lanes).map((step) => [
            step,
            ...lanes.flatMap((lane) =>
              [lane.shares, lane.gradients].map((values) => valueAt(lane, values, step) ?? null),
            ),
          ]),
      })}
    >
      <div ref={ref}>
        {size !== null && (
          <RaceTracks
            lanes={lanes}
            steps={steps}
            chance={1 / classesOf(races[0])}
            scrub={playhead}
            onScrub={onScrub}
            front={front}
            xTitle={race.step}
            label={race.tracks}
            size={size}
            format={format}
            words={words}
          />
        )}
      </div>
    </FigureFrame>
  );
}

const NO_POINTS = [] as const;

/** The decision boundary of a lane's network at the playhead; renders nothing for data that are not in the plane. */
function Front({ index, side }: { readonly index: number; readonly side: number }) {
  const inspection = useStore((state) => state.races[index]?.inspection ?? null);
  if (inspection?.boundary == null) return null;
  const { boundary } = inspection;
  return (
    <DecisionBoundary
      field={boundary}
      points={NO_POINTS}
      domain={boundary.domain}
      label=""
      stale={false}
      size={{ width: side, rem: side }}
    />
  );
}
