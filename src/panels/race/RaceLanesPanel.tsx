import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { DecisionBoundary } from '../../charts/heatMap/DecisionBoundary.tsx';
import type { BoundaryPoint } from '../../charts/heatMap/DecisionBoundary.tsx';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { LaneGrid } from '../../charts/strip/LaneGrid.tsx';
import type { ChartSize } from '../../charts/types.ts';
import { originOf } from '../../engine/data/generate.ts';
import { inputOf, SET_SIZE } from '../../engine/data/inputs.ts';
import type { InputId } from '../../engine/types.ts';
import type { Format } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useRaceWords } from '../../i18n/race/words.ts';
import type { RaceWords } from '../../i18n/race/en.ts';
import { useStore } from '../../store/store.ts';
import { later } from '../../ui/later.tsx';
import { RaceLaneHeader } from './RaceLaneHeader.tsx';
import { useRaceName } from '../lanes/useRaceName.ts';
import styles from './RaceLanesPanel.module.css';

/** Needed only for data that are pictures. */
const LaneMistakes = later(async () => (await import('../pictures/LaneMistakes.tsx')).LaneMistakes);

interface RaceLanesPanelProps {
  readonly editable: boolean;
  readonly actions?: ReactNode;
}

/** Describes the examples that are shown, or the test set. */
function captionOf(id: InputId, race: RaceWords, format: Format): string {
  const input = inputOf(id);
  if (input.kind === 'stream') return race.shapesetCaption;
  if (input.kind !== 'recorded') return race.lanesCaption;
  const { count, training } = input;
  return race.digitsCaption(format.integer(count - training), format.integer(training));
}

/** One column per lane: its initialization, its results so far, and its decision boundary. */
export function RaceLanesPanel({ editable, actions }: RaceLanesPanelProps) {
  const { format, dir } = useI18n();
  const race = useRaceWords();
  const nameOf = useRaceName();
  const lanes = useStore((state) => state.lab.lanes);
  const input = useStore((state) => state.races[0]?.asked.config.experiment.input ?? 'circle');
  const recorded = inputOf(input).kind === 'recorded';
  return (
    <FigureFrame
      chart="race-lanes"
      title={race.lanes}
      titleLevel={2}
      summary={format.clauses(lanes.map((lane) => nameOf(lane)))}
      caption={captionOf(input, race, format)}
      actions={actions}
    >
      <LaneGrid lanes={lanes.length} dir={dir} gutter={false}>
        {({ size }) =>
          lanes.map((_, index) => (
            // A lane is identified only by its index.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={index} className={styles['lane']} dir={dir} data-of-lane={index}>
              <RaceLaneHeader index={index} editable={editable} />
              <LaneBoundary index={index} size={size} />
              {recorded && <LaneMistakes lane={index} />}
            </div>
          ))
        }
      </LaneGrid>
    </FigureFrame>
  );
}

/** The examples of the last data asked for: those of all lanes, unless a lane has a seed of its own. */
let known: Examples | null = null;

interface Examples {
  readonly input: InputId;
  readonly seed: number;
  readonly points: readonly BoundaryPoint[];
}

/** The examples of a lane's data, as points. */
function pointsOf(input: InputId, seed: number): readonly BoundaryPoint[] {
  if (known?.input === input && known.seed === seed) return known.points;
  const set = originOf(input);
  if (set.kind !== 'set') return [];
  const { values, labels, count } = set.generate(seed, SET_SIZE);
  const points = Array.from({ length: count }, (_, i) => ({
    x: values[2 * i] ?? 0,
    y: values[2 * i + 1] ?? 0,
    label: labels[i] ?? 0,
  }));
  known = { input, seed, points };
  return points;
}

/** Points of the same identity while the data stay the same. */
function usePoints(index: number): readonly BoundaryPoint[] {
  const input = useStore((state) => state.races[index]?.asked.config.experiment.input ?? null);
  const seed = useStore((state) => state.races[index]?.asked.config.experiment.seed ?? 0);
  return useMemo(() => (input === null ? [] : pointsOf(input, seed)), [input, seed]);
}

function LaneBoundary({ index, size }: { readonly index: number; readonly size: ChartSize }) {
  const { format } = useI18n();
  const race = useRaceWords();
  const nameOf = useRaceName();
  const lane = useStore((state) => state.lab.lanes[index]);
  const inspection = useStore((state) => state.races[index]?.inspection ?? null);
  const points = usePoints(index);
  if (inspection?.boundary == null || lane === undefined) return null;
  const { boundary, count, correct } = inspection;
  const wrong = race.wrong(format.integer(count - correct), format.integer(count));
  const side = Math.min(size.width, size.rem * 17 * (size.tall ?? 1));
  return (
    <div data-boundary-step={inspection.step}>
      <DecisionBoundary
        field={boundary}
        points={points}
        domain={boundary.domain}
        label={race.boundaryLabel(nameOf(lane), wrong)}
        stale={false}
        size={{ ...size, width: side }}
      />
    </div>
  );
}
