import { papersFile } from '../../engine/targets/papersFile.ts';
import { targetBadge } from '../../engine/targets/target.ts';
import { TARGETS } from '../../engine/targets/targets.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { usePapersWords } from '../../i18n/papers/words.ts';
import { download } from '../../panels/files/download.ts';
import { isPending, useTargets } from '../../store/targets/targetsStore.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './papers.module.css';

/** Runs all rows, shows the progress, and saves the results so far. */
export function RunAll() {
  const { format } = useI18n();
  const words = usePapersWords();
  const states = useTargets((all) => all.states);
  const runAll = useTargets((all) => all.runAll);
  const cancel = useTargets((all) => all.cancel);
  const rows = TARGETS.flatMap((target) => {
    const state = states[target.id];
    return state?.kind === 'done' ? [[target, state.measured] as const] : [];
  });
  const reproduced = rows.filter(
    ([target, measured]) => targetBadge(target, measured) === 'reproduced',
  );
  const busy = Object.values(states).some(isPending);
  const n = format.integer;
  return (
    <div className={styles['runAll']}>
      <Button kind="strong" data-action="run-all" disabled={busy} onClick={runAll}>
        {words.runAll}
      </Button>
      {busy && (
        <Button data-action="cancel" onClick={cancel}>
          {words.stop}
        </Button>
      )}
      {busy && <progress value={rows.length} max={TARGETS.length} aria-label={words.running} />}
      <output data-score>
        {rows.length > 0 && (
          <>
            {words.score(n(reproduced.length), n(rows.length))} ·{' '}
            {words.progress(n(rows.length), n(TARGETS.length))}
          </>
        )}
      </output>
      {rows.length > 0 && !busy && (
        <Button
          data-export="json"
          onClick={() => {
            const text = JSON.stringify(papersFile(rows), null, 2);
            download('init-lab-papers.json', new Blob([text], { type: 'application/json' }));
          }}
        >
          {words.export}
        </Button>
      )}
    </div>
  );
}
