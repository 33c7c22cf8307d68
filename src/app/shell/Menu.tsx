import { useId } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { Menu as Bars } from 'lucide-react';
import { useWords } from '../../i18n/I18n.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './Shell.module.css';

/** Click handler for items in the menu that lead away from it. */
export function closeMenu(event: MouseEvent<HTMLElement>): void {
  event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
}

/** The items that a phone's header has no room for: a native popover, closed by Escape or a tap outside. */
export function Menu({ children }: { readonly children: ReactNode }) {
  const { nav } = useWords();
  const id = useId();
  return (
    <>
      <Button kind="quiet" data-action="menu" popoverTarget={id} aria-label={nav.menu}>
        <Bars aria-hidden size="1.25em" />
      </Button>
      <div id={id} popover="auto" className={styles['menu']}>
        {children}
      </div>
    </>
  );
}
