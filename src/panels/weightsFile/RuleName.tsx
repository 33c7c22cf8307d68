import { useI18n } from '../../i18n/I18n.tsx';
import { useWeightsWords } from '../../i18n/weights/words.ts';
import { Ltr } from '../../ui/Ltr.tsx';
import type { RuleFound } from '../../weightsFile/identify/found.ts';
import styles from './weightsFile.module.css';

/** The rule a tensor was drawn by, as a link writes it, and how certain that is. */
export function RuleName({ rule }: { readonly rule: RuleFound | null }) {
  const { format } = useI18n();
  const words = useWeightsWords();
  if (rule === null) return <span className={styles['quiet']}>{words.noRule}</span>;
  return (
    <>
      {rule.trained && <span className={styles['quiet']}>{words.movedFrom} </span>}
      <Ltr>
        <code>{rule.initializer}</code>
      </Ltr>
      {rule.confidence < 0.995 && (
        <span className={styles['quiet']}> {words.sure(format.percent(rule.confidence))}</span>
      )}
    </>
  );
}
