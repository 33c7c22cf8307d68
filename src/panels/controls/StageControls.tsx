import { useMemo } from 'react';
import { useWords } from '../../i18n/I18n.tsx';
import { Controls } from './Controls.tsx';
import { GainDial } from './GainDial.tsx';
import { ShapeControls } from './ShapeControls.tsx';
import { MORE_NAMES } from './stageControls.ts';
import type { StageControl } from './stageControls.ts';
import styles from './StageControls.module.css';
import { later } from '../../ui/later.tsx';

// One step has it.
const Recipe = later(async () => (await import('./Recipe.tsx')).Recipe);

interface StageControlsProps {
  readonly controls: readonly StageControl[];
}

/** Names of the lab's own controls. */
const LAB = ['act', 'depth', 'width', 'batch', 'quantity', 'scale', 'seed'] as const;

/** The few controls a step needs. */
export function StageControls({ controls }: StageControlsProps) {
  const { lab } = useWords();
  const hidden = useMemo(
    () => new Set([...LAB, ...MORE_NAMES].filter((each) => !controls.some((one) => one === each))),
    [controls],
  );
  const any = LAB.some((each) => !hidden.has(each));
  return (
    <section className={styles['controls']} aria-label={lab.controls}>
      {controls.includes('gain') && <GainDial />}
      {controls.includes('recipe') && <Recipe />}
      {controls.includes('shape') && <ShapeControls />}
      {any && <Controls hidden={hidden} />}
    </section>
  );
}
