import { useI18n } from '../../i18n/I18n.tsx';
import { useWeightsWords } from '../../i18n/weights/words.ts';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import type { Finding } from '../../weightsFile/findings/finding.ts';
import { FIXES } from '../../weightsFile/findings/fixes.ts';
import { findingSentence } from './findingText.ts';
import { Severity } from './Severity.tsx';
import { TensorName } from './TensorName.tsx';
import styles from './weightsFile.module.css';

/** Most names that are listed; the rest is only counted. */
const NAMED = 4;

/** All findings of the open file, the worst first. */
export function FindingsList({ findings }: { readonly findings: readonly Finding[] }) {
  const words = useWeightsWords();
  if (findings.length === 0) return <p>{words.noFindings}</p>;
  return (
    <ul className={styles['findings']}>
      {findings.map((finding) => (
        <FindingItem key={finding.id} finding={finding} />
      ))}
    </ul>
  );
}

function FindingItem({ finding }: { readonly finding: Finding }) {
  const { words: page, format } = useI18n();
  const words = useWeightsWords();
  const { id, tensors } = finding;
  const { title, why } = words.finding[id];
  const fix = FIXES[id];
  const rest = tensors.length - NAMED;
  return (
    <li className={styles['finding']} data-finding={id}>
      <h3 className={styles['findingTitle']}>
        {title} <Severity id={id} />
      </h3>
      <p>{findingSentence(finding, words, format)}</p>
      <p className={styles['small']}>{why}</p>
      <p className={styles['names']}>
        {tensors.slice(0, NAMED).map((name) => (
          <TensorName key={name} name={name} />
        ))}
        {rest > 0 && <span>{words.more(format.integer(rest))}</span>}
      </p>
      {fix !== null && (
        <CodeBlock code={fix} label={words.fix} copy={page.share.copy} copied={page.share.copied} />
      )}
    </li>
  );
}
