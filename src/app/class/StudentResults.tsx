import { Suspense, useState } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useClassWords } from '../../i18n/class/words.ts';
import { download } from '../../panels/files/download.ts';
import { useBeforeQuiz } from '../../store/class/beforeQuiz.ts';
import { studentFileText } from '../../store/class/studentFile.ts';
import { useLesson } from '../../store/lesson/lessonStore.ts';
import { Button } from '../../ui/Button.tsx';
import { lessonHash } from '../address/route.ts';
import { BeforeQuiz } from './BeforeQuiz.tsx';
import styles from './class.module.css';

/** The student's part: ten questions before the lesson, the lesson, and one file to hand in. */
export function StudentResults() {
  const { format } = useI18n();
  const words = useClassWords();
  const before = useBeforeQuiz((state) => state.options);
  const memories = useLesson((state) => state.memories);
  const [name, setName] = useState('');
  const answered = Object.values(memories).filter(({ answer }) => answer?.kind === 'choice').length;
  return (
    <section className={styles['half']} aria-labelledby="student">
      <h2 id="student">{words.student}</h2>
      <p>{words.studentLead}</p>
      <details className={styles['details']}>
        <summary>
          {words.before} ({format.integer(Object.keys(before).length)})
        </summary>
        <Suspense>
          <BeforeQuiz />
        </Suspense>
      </details>
      <p>
        <a href={lessonHash(null)}>{words.lesson}</a> ·{' '}
        <a href={lessonHash({ chapter: 'choose', step: 'quiz' })}>{words.after}</a>
      </p>
      <div className={styles['tools']}>
        <label>
          {words.name}{' '}
          <input
            value={name}
            maxLength={80}
            data-control="name"
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <Button
          kind="strong"
          data-export="class"
          onClick={() => {
            const text = studentFileText(name, before, { memories });
            download('init-lab-results.json', new Blob([text], { type: 'application/json' }));
          }}
        >
          {words.save}
        </Button>
        <span>{words.holds(format.integer(answered))}</span>
      </div>
      <p className={styles['small']}>{words.private}</p>
    </section>
  );
}
