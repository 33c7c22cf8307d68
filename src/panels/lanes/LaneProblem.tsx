import { useFormat, useWords } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import type { LaneProblem as Problem } from '../../store/state/requests.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './LaneProblem.module.css';
import { useRunError } from './useRunError.ts';

interface LaneProblemProps {
  readonly index: number;
  readonly problem: Problem;
}

/** What went wrong with a lane, and how to go on. */
export function LaneProblem({ index, problem }: LaneProblemProps) {
  const { problems } = useWords();
  const format = useFormat();
  const runAgain = useStore((state) => state.runAgain);
  const sayError = useRunError();
  const text =
    problem.code === 'too-large'
      ? problems.tooLarge(format.bytes(problem.cost.bytes), format.plain(problem.cost.flops))
      : sayError(problem);
  return (
    <div className={styles['problem']} role="alert">
      <p>
        <strong>{problems.heading}</strong> {text}
      </p>
      {problem.code !== 'too-large' && (
        <Button onClick={() => runAgain(index)}>{problems.again}</Button>
      )}
    </div>
  );
}
