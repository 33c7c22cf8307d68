import styles from './Kbd.module.css';

/** A key, drawn as on a keyboard. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className={styles['kbd']} dir="ltr" lang="en">
      {children}
    </kbd>
  );
}
