import { useAnswerWords } from '../../i18n/answers/words.ts';
import { answerRow } from '../../lessons/answers/answerTable.ts';
import { Notice } from '../../ui/Notice.tsx';
import { AnswerList } from '../answers/AnswerList.tsx';
import { OpenAnswer } from '../answers/OpenAnswer.tsx';
import styles from './Weights.module.css';

/** Frequent questions, each with a short answer and an experiment. */
export function Questions({ item }: { readonly item: string | null }) {
  const words = useAnswerWords();
  const row = item === null ? null : answerRow(item);
  return (
    <div className={styles['page']}>
      {item !== null && row === null && <Notice>{words.unknown(item.slice(0, 60))}</Notice>}
      {row === null ? (
        <header>
          <h1 className={styles['title']}>{words.title}</h1>
          <p className={styles['lead']}>{words.lead}</p>
        </header>
      ) : (
        <OpenAnswer key={row.id} row={row} />
      )}
      <AnswerList open={row?.id ?? null} />
    </div>
  );
}
