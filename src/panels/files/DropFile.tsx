import { useEffect, useState } from 'react';
import { useWords } from '../../i18n/I18n.tsx';
import styles from './DropFile.module.css';

interface DropFileProps {
  /** A page that takes only one file uses `first`. */
  readonly onFiles: (first: File, others: readonly File[]) => void;
}

const carriesFile = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') ?? false;

/** A file may be dropped anywhere on the page. */
export function DropFile({ onFiles }: DropFileProps) {
  const { files } = useWords();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const enter = (event: DragEvent): void => {
      if (!carriesFile(event)) return;
      // Otherwise the browser would leave the page and open the file.
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(false);
      const [first, ...others] = event.dataTransfer?.files ?? [];
      if (first !== undefined) onFiles(first, others);
    };
    window.addEventListener('dragover', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [onFiles]);
  return over ? <p className={styles['drop']}>{files.drop}</p> : null;
}
