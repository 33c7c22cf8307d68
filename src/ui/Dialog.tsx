import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: ReactNode;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** How wide its content needs to be. */
  readonly size?: 'narrow' | 'wide';
  readonly children: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus and closes on Escape. */
export function Dialog({ title, closeLabel, onClose, size = 'narrow', children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  // In the layout phase: closed while still in the document, it gives the focus back to what opened it.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    // The click on the backdrop is a convenience; Escape and the button do the same.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={ref}
      className={`${styles['dialog']} ${styles[size]}`}
      onClose={() => {
        // Ignore a close that an opening followed: React mounts twice in development.
        if (ref.current?.open === false) onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      <div className={styles['box']}>
        <header className={styles['header']}>
          <h2>{title}</h2>
          <button
            type="button"
            className={styles['close']}
            aria-label={closeLabel}
            onClick={onClose}
          >
            <X aria-hidden size="1.2em" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
