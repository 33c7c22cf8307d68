import { usePapersWords } from '../../i18n/papers/words.ts';
import { SLIDE_CLAIMS } from '../../lessons/lecture/slideClaims.ts';
import { lessonHash } from '../address/route.ts';
import styles from './papers.module.css';

/** The claims of the lecture's slides: exact or simplified, each linked to its experiment in the lesson. */
export function SlideClaims() {
  const words = usePapersWords();
  return (
    <section className={styles['group']} data-slides>
      <h2>{words.lecture}</h2>
      <p>{words.lectureLead}</p>
      <ol className={styles['slides']}>
        {SLIDE_CLAIMS.map(({ id, verdict, at }) => {
          const [chapter = '', step = ''] = at.split('/');
          const { says, exactly } = words.slides[id];
          return (
            <li key={id} className={styles['slide']} data-slide={id}>
              <p>
                {words.slideSays} {says}{' '}
                <span className={styles['verdict']} data-verdict={verdict}>
                  {words.verdicts[verdict]}
                </span>
              </p>
              <p>
                {words.exactly} {exactly}{' '}
                <a href={lessonHash({ chapter, step })}>{words.experiment}</a>
              </p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
