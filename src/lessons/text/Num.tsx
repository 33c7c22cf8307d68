import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import styles from './text.module.css';
import { useFacts, useNumbers } from '../lessonContext.ts';
import { numberName, printNumber } from '../facts/numbers.ts';

interface NumProps {
  readonly of: string;
  readonly lane?: number;
  readonly layer?: number | 'last';
  readonly framework?: string;
}

/** A computed number of the stage; an empty gap of its size until it is available. */
export function Num({ of, lane = 0, layer = 1, framework }: NumProps) {
  const { format } = useI18n();
  const { numbers } = useLessonWords();
  const at = { lane, layer, framework: framework ?? null };
  const facts = useFacts();
  const told = useNumbers();
  const found = told?.[numberName(of, at)] ?? printNumber(of, facts, at);
  if (found === null) {
    return (
      <span className={styles['pending']} data-num={of} data-pending>
        <span aria-hidden>…</span>
        <span className={styles['spoken']}>{numbers.pending}</span>
      </span>
    );
  }
  return (
    <span className={styles['num']} data-num={of}>
      {found.kind === 'never' && numbers.never}
      {found.kind === 'percent' && format.percent(found.value)}
      {found.kind === 'integer' && format.integer(found.value)}
      {found.kind === 'number' && <Figure value={found.value} />}
    </span>
  );
}

function Figure({ value }: { readonly value: number }) {
  const { format } = useI18n();
  const { base, exponent } = format.number(value);
  return (
    <bdi dir="ltr">
      {base}
      {exponent !== null && <sup>{exponent}</sup>}
    </bdi>
  );
}
