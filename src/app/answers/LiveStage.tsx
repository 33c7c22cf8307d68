import { useEffect } from 'react';
import { parseQuery } from '../../engine/lab/query.ts';
import type { Stage } from '../../lessons/schema.ts';
import { StagePanels } from '../../lessons/stage/StagePanels.tsx';
import { OpenedLayer } from '../../panels/details/OpenedLayer.tsx';
import { useStore } from '../../store/store.ts';

interface LiveStageProps {
  /** Identifies the stage: a change sets up a new one. */
  readonly name: string;
  readonly label: string;
  readonly stage: Stage;
}

/** An experiment that runs while it is shown, in the panels of the lesson. */
export function LiveStage({ name, label, stage }: LiveStageProps) {
  useEffect(() => {
    const { lab, train } = parseQuery(stage.query, stage.kind);
    useStore.getState().putOnStage(name, { ...stage, lab, train });
  }, [name, stage]);
  useEffect(() => {
    const { speed, setPlay } = useStore.getState();
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    setPlay({ speed: still ? 'instant' : 'fast' });
    return () => setPlay({ speed });
  }, []);
  const lanes = useStore((state) => state.lab.lanes.length);
  return (
    <section aria-label={label} data-stage={stage.kind}>
      <StagePanels panels={stage.panels} lanes={lanes} memory={name} revealed />
      <OpenedLayer />
    </section>
  );
}
