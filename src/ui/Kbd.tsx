import styles from './Kbd.module.css';

/** One key, as it is printed on a keyboard. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className={styles['kbd']} dir="ltr" lang="en">
      {children}
    </kbd>
  );
}
