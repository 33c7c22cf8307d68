import { gridFlops, cellsOf } from '../../engine/map/trainability.ts';
import type { TrainabilityGrid } from '../../engine/map/trainability.ts';
import { secondsOf } from '../../engine/train/cost.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useMapWords } from '../../i18n/map/words.ts';
import { useMap } from '../../store/map/mapStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import styles from './map.module.css';

const WIDTHS = ['32', '64'] as const;
const SEEDS = ['1', '3'] as const;

/** What decides, together with the lab's settings, how long the cells take. */
export interface GridSize {
  readonly width: (typeof WIDTHS)[number];
  readonly seeds: (typeof SEEDS)[number];
}

interface TrainabilityControlsProps {
  /** The grid that the button trains. */
  readonly next: TrainabilityGrid;
  readonly size: GridSize;
  readonly onSize: (size: GridSize) => void;
}

/** Width and seeds of the cells, the button that trains them, and its cost or progress. */
export function TrainabilityControls({ next, size, onSize }: TrainabilityControlsProps) {
  const { format } = useI18n();
  const map = useMapWords();
  const trainability = useMap((state) => state.trainability);
  const start = useMap((state) => state.train);
  const cancel = useMap((state) => state.cancelTraining);
  const seconds = secondsOf(gridFlops(next), navigator.hardwareConcurrency || 1);
  return (
    <div className={styles['bar']}>
      <Choice
        label={map.trainWidth}
        control="train-width"
        value={size.width}
        options={WIDTHS.map((value) => ({ value, label: format.integer(Number(value)) }))}
        onChange={(width) => onSize({ ...size, width })}
      />
      <Choice
        label={map.trainSeeds}
        control="train-seeds"
        value={size.seeds}
        options={SEEDS.map((value) => ({ value, label: format.integer(Number(value)) }))}
        onChange={(seeds) => onSize({ ...size, seeds })}
      />
      {trainability?.status === 'running' ? (
        <Button data-action="cancel-cells" onClick={cancel}>
          {map.cancel}
        </Button>
      ) : (
        <Button kind="strong" data-action="train-cells" onClick={() => start(next)}>
          {trainability === null ? map.run : map.again}
        </Button>
      )}
      <output className={styles['lead']}>
        {trainability === null
          ? map.cost(format.duration(1000 * Number(seconds.toPrecision(1))))
          : map.progress(
              format.integer(trainability.results.length),
              format.integer(cellsOf(trainability.grid).length),
              format.duration(trainability.ms),
            )}{' '}
        {trainability?.status === 'cancelled' && map.cancelled}
        {trainability?.status === 'failed' && map.failed}
      </output>
    </div>
  );
}
