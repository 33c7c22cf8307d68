import { useWords } from '../../i18n/I18n.tsx';
import { useWeightsWords } from '../../i18n/weights/words.ts';
import type { FileProblem as Problem } from '../../store/weights/askWeights.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useRunError } from '../lanes/useRunError.ts';
import styles from './weightsFile.module.css';

interface FileProblemProps {
  readonly problem: Problem;
  /** Asked for again by the reader, after a thread has failed; a file that cannot be read stays so. */
  readonly onAgain?: () => void;
}

/** Why a file could not be read, or something about it not computed. */
export function FileProblem({ problem, onAgain }: FileProblemProps) {
  const { problems } = useWords();
  const words = useWeightsWords();
  const sayError = useRunError();
  if (problem.type === 'failed') {
    const again = onAgain === undefined ? {} : { action: problems.again, onAction: onAgain };
    return <Notice {...again}>{sayError(problem.error)}</Notice>;
  }
  const { failure, detail } = problem;
  return (
    <Notice>
      {words.failures[failure]}
      {detail !== '' && <div className={styles['small']}>{words.detail(detail)}</div>}
    </Notice>
  );
}
