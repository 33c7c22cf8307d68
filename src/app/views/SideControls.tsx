import { useState } from 'react';
import type { ReactNode } from 'react';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useWords } from '../../i18n/I18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { InTurn } from '../../ui/InTurn.tsx';
import styles from './Lab.module.css';

interface SideControlsProps {
  /** Whether the controls may be drawn already; their place is kept. */
  readonly wanted?: boolean;
  readonly children: ReactNode;
}

/** The controls beside the stage of the lab and the races; on a phone, a sheet at the bottom that its handle opens. */
export function SideControls({ wanted = true, children }: SideControlsProps) {
  const { lab } = useWords();
  const [open, setOpen] = useState(false);
  const Icon = open ? ChevronDown : ChevronUp;
  return (
    <aside className={styles['side']} data-open={open} aria-label={lab.controls}>
      {/* After the first picture. */}
      <InTurn wanted={wanted}>
        <Button
          kind="quiet"
          className={styles['handle'] ?? ''}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon aria-hidden size="1.1em" />
          {open ? lab.hideControls : lab.showControls}
        </Button>
        {children}
      </InTurn>
    </aside>
  );
}
