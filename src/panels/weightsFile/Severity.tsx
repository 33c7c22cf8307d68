import { useWeightsWords } from '../../i18n/weights/words.ts';
import { SEVERITY } from '../../weightsFile/findings/finding.ts';
import type { FindingId } from '../../weightsFile/findings/finding.ts';
import styles from './weightsFile.module.css';

const MARKS = { wrong: '✕', look: '△', right: '●' } as const;

/** How serious a finding is, as a shape and a word. */
export function Severity({ id }: { readonly id: FindingId }) {
  const words = useWeightsWords();
  const severity = SEVERITY[id];
  return (
    <span className={styles['severity']} data-severity={severity}>
      <span aria-hidden>{MARKS[severity]}</span> {words.severity[severity]}
    </span>
  );
}
