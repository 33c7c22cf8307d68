import { useMemo, useState } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { UnitBars } from '../../charts/race/UnitBars.tsx';
import { UnitsPicture } from '../../charts/race/UnitsPicture.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useRaceWords } from '../../i18n/race/words.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { NUDGE } from './NudgeControl.tsx';
import styles from './RaceInside.module.css';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';
import { LaneTag } from '../lanes/LaneTag.tsx';

/** Of a deep network, only the first layers are drawn, this many. */
const MAX_LAYERS = 12;
/** A layer with more units is drawn as a bar, and its picture only on demand. */
const MAX_UNITS = 24;

interface RaceUnitsProps {
  readonly lane: number;
  readonly titleLevel?: 2 | 3;
  /** Whether it is one of several such panels; its title is then the lane's name. */
  readonly several?: boolean;
  /** Whether the panel has the control that nudges a weight. */
  readonly pushes?: boolean;
}

/** Shows which units of a layer are identical (symmetry), and a control that makes one of them differ. */
export function RaceUnits({
  lane,
  titleLevel = 3,
  several = false,
  pushes = true,
}: RaceUnitsProps) {
  const { words, format, dir } = useI18n();
  const figureNumbers = useFigureNumbers();
  const race = useRaceWords();
  const inspection = useStore((state) => state.races[lane]?.inspection ?? null);
  const setTrain = useStore((state) => state.setTrain);
  const [ref, size] = useChartSize();
  const [whole, setWhole] = useState(false);
  const n = format.integer;
  const layers = useMemo(
    () =>
      (inspection?.units ?? []).slice(0, MAX_LAYERS).map((classes) => ({
        classes,
        title: `${n(new Set(classes).size)}/${n(classes.length)}`,
      })),
    [inspection, n],
  );
  if (inspection === null) return null;
  if (inspection.units.length === 0) return <p>{race.noHidden}</p>;
  const inputs = inspection.inputs;
  const distinct = inspection.units.map((classes, index) =>
    race.distinct(n(new Set(classes).size), n(classes.length), n(index + 1)),
  );
  const inLargeLetters = (classes: readonly number[]): string => {
    const count = new Set(classes).size;
    if (count === classes.length) return race.unitsAll(n(count));
    return count === 1
      ? race.unitTimes(n(classes.length))
      : race.unitsOf(n(count), n(classes.length));
  };
  const many = layers.some(({ classes }) => classes.length > MAX_UNITS);
  const drawn = !many || whole;
  const hand = pushes && inspection.weights !== null;
  const push = (unit: number, input: number): void =>
    setTrain({ nudge: { layer: 1, unit, input, amount: NUDGE } });
  return (
    <FigureFrame
      chart="units"
      title={
        several ? (
          <LaneTag lane={lane} />
        ) : (
          <>
            {race.units} <LaneTag lane={lane} />
          </>
        )
      }
      titleLevel={titleLevel}
      summary={`${format.clauses(distinct)}.`}
      caption={
        !drawn ? race.unitsBars : inspection.weights === null ? race.unitsMany : race.unitsCaption
      }
      numbers={figureNumbers({
        caption: race.units,
        columns: [
          { id: 'layer', title: words.charts.layerColumn },
          { id: 'units', title: words.charts.distinct },
        ],
        rows: () =>
          inspection.units.map((classes, index) => ({
            id: String(index),
            title: n(index + 1),
            cells: [`${n(new Set(classes).size)} / ${n(classes.length)}`],
          })),
      })}
    >
      <p className={styles['first']} dir={dir}>
        {inLargeLetters(inspection.units[0] ?? [])}
      </p>
      {!drawn && (
        <UnitBars
          layers={layers}
          dir={dir}
          count={n}
          name={(layer, count, units) => race.distinct(n(count), n(units), n(layer))}
        />
      )}
      {many && (
        <Button kind="link" data-action="all-units" onClick={() => setWhole(!whole)}>
          {whole ? race.fewerUnits : race.everyUnit}
        </Button>
      )}
      <div ref={ref}>
        {size !== null && drawn && (
          <UnitsPicture
            inputs={Math.min(inputs, 32)}
            layers={layers}
            links={inspection.weights}
            label={format.clauses(distinct)}
            size={size}
            dir={dir}
            times={(units) => race.times(n(units))}
            weight={(layer, unit, input, value) =>
              race.weight(n(layer), n(unit), n(input), format.plain(value))
            }
            hint={hand ? race.nudgeHint : ''}
            onPick={hand ? push : undefined}
          />
        )}
      </div>
    </FigureFrame>
  );
}
