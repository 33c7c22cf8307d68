import { useState } from 'react';
import type { ReactNode } from 'react';
import { MIN_DEPTH } from '../../engine/lab/config.ts';
import { useWords } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { Fields } from '../../ui/Fields.tsx';
import { ActivationControls } from './ActivationControls.tsx';
import { BatchSlider } from './BatchSlider.tsx';
import styles from './Controls.module.css';
import { DepthSlider } from './DepthSlider.tsx';
import { MoreControls } from './MoreControls.tsx';
import { SeedControls } from './SeedControls.tsx';
import { MORE_NAMES } from './stageControls.ts';
import { QuantityChoice, ScaleChoice } from './ViewControls.tsx';
import { WidthSlider } from './WidthSlider.tsx';

interface ControlsProps {
  /** Names of controls a teacher's link hides. */
  readonly hidden: ReadonlySet<string>;
  /** Further controls, placed before the seed. */
  readonly children?: ReactNode;
}

/** Controls for the settings common to all lanes. Each subscribes to its own setting. */
export function Controls({ hidden, children }: ControlsProps) {
  const stage = useStore((state) => state.stage);
  const shows = (name: string): boolean => !hidden.has(name);
  return (
    <Fields gap="roomy">
      {shows('act') && <ActivationControls />}
      {shows('depth') && <DepthSlider min={MIN_DEPTH[stage]} />}
      {shows('width') && <WidthSlider />}
      {shows('batch') && <BatchSlider />}
      {children}
      {shows('quantity') && <QuantityChoice />}
      {shows('scale') && <ScaleChoice />}
      {shows('seed') && <SeedControls />}
      {MORE_NAMES.some(shows) && <MoreGroup hidden={hidden} />}
    </Fields>
  );
}

/** The settings that are needed less often, which are there only while the group is open. */
function MoreGroup({ hidden }: Pick<ControlsProps, 'hidden'>) {
  const { lab } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details className={styles['more']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{lab.more}</summary>
      {open && <MoreControls hidden={hidden} />}
    </details>
  );
}
