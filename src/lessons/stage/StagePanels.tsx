import { lazy, Suspense } from 'react';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { Placeholder } from '../../ui/Placeholder.tsx';
import { STAGE_PANELS } from './panelTable.tsx';
import type { PanelRow, StagePanel } from './panelTable.tsx';
import styles from './StagePanels.module.css';

const loadTransport = async () => ({
  default: (await import('../../panels/race/RaceTransport.tsx')).RaceTransport,
});
const RaceTransport = lazy(loadTransport);

/** Everything a later step may show. */
export const fetchPanels = async (): Promise<void> => {
  for (const { load } of Object.values(STAGE_PANELS)) await load();
  await loadTransport();
};

const rowOf = ({ id }: StagePanel): PanelRow<object> => STAGE_PANELS[id];
const isSmall = (panel: StagePanel): boolean => rowOf(panel).small;
const isRace = ({ id }: StagePanel): boolean => id.startsWith('race-');

interface StagePanelsProps {
  readonly panels: readonly StagePanel[];
  /** Under which a sketch is remembered. */
  readonly memory: string;
  readonly revealed: boolean;
}

/** What a step has put on the stage. */
export function StagePanels({ panels, memory, revealed }: StagePanelsProps) {
  return (
    <Suspense fallback={<Placeholder className={styles['coming']} />}>
      {panels.some(isRace) && <RaceTransport brief />}
      <div
        className={styles['panels']}
        data-pair={panels.length > 1 && panels.every(isSmall)}
        data-panels={panels.length}
      >
        {panels.map((panel) => (
          <Panel key={JSON.stringify(panel)} panel={panel} memory={memory} revealed={revealed} />
        ))}
      </div>
    </Suspense>
  );
}

interface PanelProps extends Omit<StagePanelsProps, 'panels'> {
  readonly panel: StagePanel;
}

function Panel({ panel, memory, revealed }: PanelProps) {
  const words = useLessonWords();
  return rowOf(panel).render(panel, { memory, revealed, words });
}
