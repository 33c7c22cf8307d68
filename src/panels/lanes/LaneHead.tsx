import { useState } from 'react';
import type { ReactNode } from 'react';
import { ChevronDown } from 'lucide-react';
import { useWords } from '../../i18n/I18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { LaneKey } from '../../ui/LaneKey.tsx';
import { LaneEditor } from './LaneEditor.tsx';
import styles from './LaneHead.module.css';
import { useLaneLook } from './useLaneLook.ts';

interface LaneHeadProps {
  readonly index: number;
  readonly name: string;
  /** Whether the lane can be changed here. */
  readonly editable: boolean;
  readonly stale?: boolean;
  /** Further controls in the lane's editor. */
  readonly more?: ReactNode;
  /** Shown under the name. */
  readonly children: ReactNode;
}

/** Head of a lane's column: its line sample and name, and the button that edits it. */
export function LaneHead({ index, name, editable, stale = false, more, children }: LaneHeadProps) {
  const { lab } = useWords();
  const look = useLaneLook(index);
  const [editing, setEditing] = useState(false);
  return (
    <header className={styles['head']} data-stale={stale}>
      <div className={styles['top']}>
        <LaneKey {...look} />
        <h3 className={styles['name']}>{name}</h3>
        {editable && (
          <Button
            kind="link"
            className={styles['change'] ?? ''}
            data-control="initializer"
            data-lane={index}
            aria-label={lab.changeLane(name)}
            onClick={() => setEditing(true)}
          >
            {lab.change}
            <ChevronDown aria-hidden size="1em" />
          </Button>
        )}
      </div>
      {children}
      {editing && (
        <LaneEditor index={index} onClose={() => setEditing(false)}>
          {more}
        </LaneEditor>
      )}
    </header>
  );
}
