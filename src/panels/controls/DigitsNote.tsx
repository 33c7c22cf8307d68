import { useWords } from '../../i18n/I18n.tsx';
import { later } from '../../ui/later.tsx';
import styles from './Controls.module.css';

/** Loads the pictures. Optional: without it, the note still names the source. */
const DigitsPreview = later(async () => (await import('./DigitsPreview.tsx')).DigitsPreview, {
  optional: true,
});

/** What the digits look like, and where they come from. */
export function DigitsNote() {
  const words = useWords();
  return (
    <>
      <DigitsPreview />
      <p className={styles['note']}>{words.lab.digitsSource}</p>
    </>
  );
}
