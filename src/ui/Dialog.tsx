import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: ReactNode;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** Width that the content needs. */
  readonly size?: 'narrow' | 'wide';
  readonly children: ReactNode;
}

/** The native modal dialog: it keeps the focus and closes on Escape. */
export function Dialog({ title, closeLabel, onClose, size = 'narrow', children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  // In the layout phase, because closing the dialog while it is still in the document restores the focus.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    // A click on the backdrop is a convenience; Escape and the button do the same.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={ref}
      className={`${styles['dialog']} ${styles[size]}`}
      onClose={() => {
        // Ignore a close that was followed by a new opening: React mounts twice in development.
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
