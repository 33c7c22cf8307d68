import { Suspense, use } from 'react';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { later } from '../../ui/later.tsx';
import { whenIdle } from '../../ui/moments.ts';
import { Placeholder } from '../../ui/Placeholder.tsx';
import { STAGE_PANELS } from './panelTable.tsx';
import type { PanelRow, StagePanel } from './panelTable.tsx';
import styles from './StagePanels.module.css';

const RaceTransport = later(
  async () => (await import('../../panels/race/RaceTransport.tsx')).RaceTransport,
);

/** Fetches the code of all panels that a later step may show, each in an idle period of its own. */
export const fetchPanels = async (): Promise<void> => {
  for (const { fetch } of [...Object.values(STAGE_PANELS), RaceTransport]) {
    await new Promise<void>((run) => whenIdle(run));
    await fetch();
  }
};

const rowOf = ({ id }: StagePanel): PanelRow<object> => STAGE_PANELS[id];
/** Fetches the code of a panel. */
export const fetchPanel = (panel: StagePanel): Promise<void> => rowOf(panel).fetch();
const isRace = ({ id }: StagePanel): boolean => id.startsWith('race-');

interface StagePanelsProps {
  readonly panels: readonly StagePanel[];
  /** Number of lanes that the panels show. */
  readonly lanes: number;
  /** Key under which a sketch is remembered. */
  readonly memory: string;
  readonly revealed: boolean;
}

/** The panels that a step puts on the stage. */
export function StagePanels(props: StagePanelsProps) {
  return (
    <Suspense fallback={<Placeholder className={styles['coming']} />}>
      <PanelsTogether {...props} />
    </Suspense>
  );
}

/** Suspends until the code of all panels is loaded; otherwise the first would move when the next one appears. */
function PanelsTogether({ panels, lanes, memory, revealed }: StagePanelsProps) {
  const isRaced = panels.some(isRace);
  if (isRaced) use(RaceTransport.fetch());
  for (const panel of panels) use(fetchPanel(panel));
  return (
    <>
      {isRaced && <RaceTransport brief />}
      <div
        className={styles['panels']}
        data-pair={panels.length > 1 && panels.every((panel) => lanes <= rowOf(panel).small)}
        data-panels={panels.length}
      >
        {panels.map((panel) => (
          <Panel key={JSON.stringify(panel)} panel={panel} memory={memory} revealed={revealed} />
        ))}
      </div>
    </>
  );
}

interface PanelProps extends Omit<StagePanelsProps, 'panels' | 'lanes'> {
  readonly panel: StagePanel;
}

function Panel({ panel, memory, revealed }: PanelProps) {
  const words = useLessonWords();
  return rowOf(panel).render(panel, { memory, revealed, words });
}
