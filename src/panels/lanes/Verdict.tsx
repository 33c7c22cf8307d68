import type { VerdictId } from '../../engine/types.ts';
import type { LaneVerdict } from '../../engine/measure/verdict.ts';
import { useFormat, useWords } from '../../i18n/I18n.tsx';
import styles from './Verdict.module.css';
import { verdictShort } from './verdictWords.ts';

/** A verdict is shown by a word and a shape, without colour. */
export const VERDICT_SHAPES = {
  healthy: '●',
  vanishing: '▽',
  exploding: '△',
  saturated: '■',
  symmetric: '=',
  dead: '✕',
} as const satisfies Record<VerdictId, string>;

/** A lane's verdict as a shape, a word and a short reason. */
export function Verdict({ verdict }: { readonly verdict: LaneVerdict | null }) {
  const words = useWords();
  const format = useFormat();
  if (verdict === null) return <p className={styles['verdict']}>…</p>;
  // The lane's chart already says that it has no layers.
  if (verdict.reason.kind === 'no-layers') return null;
  return (
    <p className={styles['verdict']} data-verdict={verdict.id}>
      <span aria-hidden className={styles['shape']}>
        {VERDICT_SHAPES[verdict.id]}
      </span>
      <span>
        <strong>{words.verdicts[verdict.id]}</strong>
        <span className={styles['reason']}>: {verdictShort(verdict.reason, words, format)}</span>
      </span>
    </p>
  );
}
