import { Component } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/I18n.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from './Shell.module.css';
import { reload } from '../address/route.ts';
import { useMissing } from './missingParts.ts';

interface State {
  readonly problem: Error | null;
}

/** Shows an error and a way back instead of a blank page. React supports error boundaries only as classes. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override readonly state: State = { problem: null };

  static getDerivedStateFromError(problem: Error): State {
    return { problem };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    return problem === null ? this.props.children : <Failure problem={problem} />;
  }
}

function Failure({ problem }: { readonly problem: Error }) {
  const { problems, offline } = useWords();
  const missing = useMissing();
  if (missing !== null) {
    return (
      <main className={styles['failure']} data-run="failed">
        <h1>{missing === 'newer-version' ? offline.update : problems.missing}</h1>
        <p>{problems.pageHint}</p>
        <Button kind="strong" data-action="reload" onClick={reload}>
          {missing === 'newer-version' ? offline.change : problems.reload}
        </Button>
      </main>
    );
  }
  return (
    <main className={styles['failure']} data-run="failed">
      <h1>{problems.page}</h1>
      <p>{problems.pageHint}</p>
      <pre dir="ltr">{problem.message}</pre>
      <Button kind="strong" onClick={reload}>
        {problems.reload}
      </Button>
    </main>
  );
}
