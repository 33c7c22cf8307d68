import { useEffect } from 'react';
import { usePresentWords } from '../../i18n/present/words.ts';
import { useClass } from '../../store/class/classStore.ts';
import styles from './Blank.module.css';

const show = (): void => useClass.setState({ blank: false });

/** A black screen until a key or a click, which has no other effect. */
export function Blank() {
  const { blanked } = usePresentWords();
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
      show();
    };
    window.addEventListener('keydown', pressed, { capture: true });
    return () => window.removeEventListener('keydown', pressed, { capture: true });
  }, []);
  return (
    <button
      type="button"
      className={styles['blank']}
      aria-label={blanked}
      data-blank
      onClick={(event) => {
        event.stopPropagation();
        show();
      }}
    />
  );
}
