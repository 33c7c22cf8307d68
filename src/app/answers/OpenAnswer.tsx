import { useEffect } from 'react';
import { useAnswerWords } from '../../i18n/answers/words.ts';
import { ANSWER_ROWS } from '../../lessons/answers/answerTable.ts';
import type { AnswerRow } from '../../lessons/answers/answerTable.ts';
import { Ltr } from '../../ui/Ltr.tsx';
import { hashOf, itemHash, labHash, raceHash } from '../address/route.ts';
import { CodedText } from './CodedText.tsx';
import { LiveStage } from './LiveStage.tsx';
import styles from './answers.module.css';

/** One question, its answer, and the experiment beside it. */
export function OpenAnswer({ row }: { readonly row: AnswerRow }) {
  const words = useAnswerWords();
  const { id, stage, source, page, myth } = row;
  const { ask = '', answer = '' } = words.entries[id] ?? {};
  const next = ANSWER_ROWS[ANSWER_ROWS.indexOf(row) + 1];
  useEffect(() => {
    const before = document.title;
    document.title = `${ask.replaceAll('`', '')} · Init Lab`;
    return () => {
      document.title = before;
    };
  }, [ask]);
  return (
    <article className={styles['open']} data-question={id} data-open data-alone={stage === null}>
      <div className={styles['text']}>
        <p className={styles['small']}>
          <a href={hashOf('questions')}>{words.back}</a> · {words.subjects[row.subject]}
        </p>
        <h1>
          {myth && <span className={styles['myth']}>{words.myth}</span>}{' '}
          <CodedText>{ask}</CodedText>
        </h1>
        <p className={styles['answer']}>
          <CodedText>{answer}</CodedText>
        </p>
        {stage === null && page === null && <p>{words.cannot}</p>}
        <p className={styles['doors']}>
          {stage !== null && (
            <a href={stage.kind === 'race' ? raceHash(stage.query) : labHash(stage.query)}>
              {stage.kind === 'race' ? words.openRace : words.openLab}
            </a>
          )}
          {page === 'weights' && <a href={hashOf('weights')}>{words.openWeights}</a>}
          {page === 'papers' && <a href={itemHash('papers', 'K7')}>{words.openPapers}</a>}
          {source !== null && (
            <span>
              {words.source}{' '}
              <a href={source.url} target="_blank" rel="noreferrer">
                <Ltr>{source.name}</Ltr>
              </a>
            </span>
          )}
          {next !== undefined && <a href={itemHash('questions', next.id)}>{words.next}</a>}
        </p>
      </div>
      {stage !== null && <LiveStage name={`answer/${id}`} label={words.experiment} stage={stage} />}
    </article>
  );
}
