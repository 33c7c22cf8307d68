import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import styles from './Menu.module.css';

interface MenuProps {
  /** What the button shows. */
  readonly summary: ReactNode;
  /** The button's name where it shows no words. */
  readonly label?: string;
  readonly children: (close: () => void) => ReactNode;
}

/** A button with a menu under it, which closes as every menu does: by Escape, by a press elsewhere, by leaving it. */
export function Menu({ summary, label, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    const onPress = ({ target }: PointerEvent): void => {
      if (target instanceof Node && !(menu.current?.contains(target) ?? false)) setOpen(false);
    };
    const details = menu.current;
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      // Otherwise the focus is lost with the items.
      if (details?.contains(document.activeElement) ?? false)
        details?.querySelector('summary')?.focus();
    };
  }, [open]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- closes as every menu does
    <details
      ref={menu}
      className={styles['menu']}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false);
      }}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <summary className={styles['summary']} aria-label={label} title={label}>
        {summary}
      </summary>
      <div className={styles['items']}>{children(() => setOpen(false))}</div>
    </details>
  );
}
