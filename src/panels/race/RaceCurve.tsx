import { useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { LossCurves } from '../../charts/race/LossCurves.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { learnedShare } from '../../engine/train/testSet.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useRaceWords } from '../../i18n/race/words.ts';
import { useStore } from '../../store/store.ts';
import { useLaneMarks } from '../lanes/useLaneMarks.ts';
import { stepsOf, valueAt } from './curveTable.ts';
import { raceAxis } from './raceAxis.ts';
import { allRuns, classesOf, raceCurve } from './raceMarks.ts';
import { useRaceName } from '../lanes/useRaceName.ts';
import type { RaceValue } from './raceMarks.ts';
import { usePlayhead } from './usePlayhead.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';

interface RaceCurveProps {
  readonly value: RaceValue;
  readonly titleLevel?: 2 | 3;
}

const CHARTS = {
  loss: 'loss',
  accuracy: 'accuracy',
  firstLayerGradient: 'first-gradient',
} as const;
const TITLES = { loss: 'loss', accuracy: 'accuracy', firstLayerGradient: 'gradient' } as const;
const Y_TITLES = { loss: 'lossY', accuracy: 'accuracyY', firstLayerGradient: 'gradientY' } as const;

/** Loss, accuracy or the first layer's gradient of all lanes, by step. */
export function RaceCurve({ value, titleLevel }: RaceCurveProps) {
  const { format } = useI18n();
  const figureNumbers = useFigureNumbers();
  const race = useRaceWords();
  const races = useStore((state) => state.races);
  const { steps, revealed, playhead, onScrub } = usePlayhead();
  const [ref, size] = useChartSize();
  const classes = classesOf(races[0]);
  const chance = Math.log(classes);
  const share = learnedShare(races[0]?.asked.config.experiment.input ?? 'circle');
  const axis = useMemo(() => raceAxis(value, races, chance), [value, races, chance]);
  const marks = useLaneMarks(useRaceName());
  const curves = useMemo(
    () => marks.map((mark) => raceCurve(races[mark.lane], value, revealed, mark)),
    [marks, races, value, revealed],
  );
  const title = race[TITLES[value]];
  const chartWords = useMemo(
    () => ({
      step: (step: number) => race.stepN(format.integer(step)),
      value: race[Y_TITLES[value]],
    }),
    [race, format, value],
  );
  const reference = useMemo(
    () =>
      value === 'loss'
        ? { value: chance, label: `ln ${classes}` }
        : value === 'accuracy'
          ? { value: 1 / classes, label: race.chance(format.integer(classes)) }
          : undefined,
    [value, chance, classes, format, race],
  );
  const seeds = Math.max(0, ...races.map((each) => allRuns(each).length));
  const banded = curves.some(({ band }) => band !== undefined);
  const print = (number: number | undefined): string => {
    if (number === undefined) return '–';
    return value === 'accuracy' ? format.percent(number) : format.plain(number);
  };
  return (
    <FigureFrame
      chart={CHARTS[value]}
      title={title}
      titleLevel={titleLevel ?? (value === 'loss' ? 2 : 3)}
      summary={`${format.clauses(curves.map(({ name, values }) => race.spoken(name, print(values.at(-1)))))}.`}
      caption={
        banded ? race.bandCaption(format.integer(seeds)) : race.ringCaption(format.percent(share))
      }
      numbers={figureNumbers({
        caption: title,
        columns: [
          { id: 'step', title: race.step },
          ...curves.map(({ lane, name }) => ({ id: String(lane), title: name })),
        ],
        rows: () =>
          stepsOf(curves).map((step) => ({
            id: String(step),
            title: format.integer(step),
            cells: curves.map((curve) => {
              const number = valueAt(curve, curve.values, step);
              if (number === undefined) return '–';
              return value === 'accuracy' ? (
                format.percent(number)
              ) : (
                <HtmlNumber key={curve.lane} text={format.number(number)} />
              );
            }),
          })),
      })}
    >
      <div ref={ref}>
        {size !== null && (
          <LossCurves
            lanes={curves}
            steps={steps}
            y={axis}
            reference={reference}
            scrub={playhead}
            onScrub={onScrub}
            xTitle={race.step}
            yTitle={race[Y_TITLES[value]]}
            label={title}
            size={size}
            height={value === 'loss' ? 15 : 11}
            format={format}
            words={chartWords}
          />
        )}
      </div>
    </FigureFrame>
  );
}
