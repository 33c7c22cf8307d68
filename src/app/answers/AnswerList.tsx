import { useState } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useAnswerWords } from '../../i18n/answers/words.ts';
import { ANSWER_ROWS, SUBJECT_IDS } from '../../lessons/answers/answerTable.ts';
import type { SubjectId } from '../../lessons/answers/answerTable.ts';
import { isFound } from '../../lessons/answers/searchText.ts';
import { itemHash } from '../address/route.ts';
import { CodedText } from './CodedText.tsx';
import styles from './answers.module.css';

/** All questions by subject, with a search in questions and answers. */
export function AnswerList({ open }: { readonly open: string | null }) {
  const { format } = useI18n();
  const words = useAnswerWords();
  const [search, setSearch] = useState('');
  const [subject, setSubject] = useState<SubjectId | null>(null);
  const found = ANSWER_ROWS.filter((row) => {
    const { ask = '', answer = '' } = words.entries[row.id] ?? {};
    return (subject === null || row.subject === subject) && isFound(search, `${ask} ${answer}`);
  });
  return (
    <section className={styles['list']} aria-label={words.title}>
      <search className={styles['finder']}>
        <label>
          <span>{words.search}</span>
          <input
            type="search"
            value={search}
            data-control="search"
            onChange={(event) => setSearch(event.target.value)}
          />
        </label>
        <label>
          <span>{words.subject}</span>
          <select
            value={subject ?? ''}
            data-control="subject"
            onChange={(event) =>
              setSubject(SUBJECT_IDS.find((id) => id === event.target.value) ?? null)
            }
          >
            <option value="">{words.all}</option>
            {SUBJECT_IDS.map((id) => (
              <option key={id} value={id}>
                {words.subjects[id]}
              </option>
            ))}
          </select>
        </label>
        <output>{words.found(format.integer(found.length))}</output>
      </search>
      {found.length === 0 && <p>{words.none}</p>}
      {SUBJECT_IDS.map((id) => {
        const rows = found.filter((row) => row.subject === id && row.id !== open);
        if (rows.length === 0) return null;
        return (
          <section key={id} className={styles['subject']}>
            <h2>{words.subjects[id]}</h2>
            <ul>
              {rows.map((row) => (
                <li key={row.id} data-question={row.id}>
                  <a href={itemHash('questions', row.id)}>
                    <CodedText>{words.entries[row.id]?.ask ?? row.id}</CodedText>
                  </a>{' '}
                  {row.myth && <span className={styles['myth']}>{words.myth}</span>}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </section>
  );
}
