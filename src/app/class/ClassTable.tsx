import { useI18n } from '../../i18n/I18n.tsx';
import { useClassWords } from '../../i18n/class/words.ts';
import { questionResults, studentResult } from '../../store/class/classResults.ts';
import type { Score } from '../../store/class/classResults.ts';
import type { StudentFile } from '../../store/class/studentFile.ts';
import { RIGHT_ANSWERS } from '../../lessons/facts/rightAnswers.ts';
import styles from './class.module.css';

/** A row per student, and bars per quiz question, before and after the lesson. */
export function ClassTable({ students }: { readonly students: readonly StudentFile[] }) {
  const { format } = useI18n();
  const words = useClassWords();
  const print = ({ right, answered }: Score): string =>
    answered === 0 ? '–' : words.of(format.integer(right), format.integer(answered));
  return (
    <>
      {/* Focusable, so that a wide table can be scrolled with the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles['scroller']} tabIndex={0} aria-label={words.table}>
        <table className={styles['table']}>
          <thead>
            <tr>
              {(['name', 'before', 'after', 'predictions'] as const).map((id) => (
                <th key={id} scope="col">
                  {words.columns[id]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {students.map((student, i) => {
              const { name, before, after, predictions } = studentResult(student, RIGHT_ANSWERS);
              return (
                // oxlint-disable-next-line react/no-array-index-key -- two students may share a name
                <tr key={`${name} ${i}`} data-student={name}>
                  <th scope="row">
                    <bdi>{name === '' ? words.nameless : name}</bdi>
                  </th>
                  <td>{print(before)}</td>
                  <td>{print(after)}</td>
                  <td>{print(predictions)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <h3>{words.byQuestion}</h3>
      <ul className={styles['bars']}>
        {questionResults(students, RIGHT_ANSWERS).map(({ question, before, after }) => (
          <li key={question} data-question-bar={question}>
            <span>{words.questions[question] ?? question}</span>
            <Bar label={words.columns.before} score={before} tone={2} text={print(before)} />
            <Bar label={words.columns.after} score={after} tone={3} text={print(after)} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface BarProps {
  readonly label: string;
  readonly score: Score;
  readonly tone: 2 | 3;
  readonly text: string;
}

function Bar({ label, score: { right, answered }, tone, text }: BarProps) {
  return (
    <span className={styles['bar']} data-tone={tone}>
      <small>{label}</small>
      <meter value={right} max={Math.max(1, answered)} aria-label={label} />
      <small>{text}</small>
    </span>
  );
}
