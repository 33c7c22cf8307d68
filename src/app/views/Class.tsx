import { useClassWords } from '../../i18n/class/words.ts';
import { StudentResults } from '../class/StudentResults.tsx';
import { TeacherResults } from '../class/TeacherResults.tsx';
import styles from './Weights.module.css';

/** Shows what a class has learned: files that students hand in, compared on the teacher's device. */
export function Class() {
  const words = useClassWords();
  return (
    <div className={styles['page']}>
      <header>
        <h1 className={styles['title']}>{words.title}</h1>
        <p className={styles['lead']}>{words.lead}</p>
      </header>
      <StudentResults />
      <TeacherResults />
    </div>
  );
}
