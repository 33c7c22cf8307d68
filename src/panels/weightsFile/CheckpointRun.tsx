import { useI18n } from '../../i18n/I18n.tsx';
import { useWeightsWords } from '../../i18n/weights/words.ts';
import { useCheckpoints } from '../../store/weights/checkpointStore.ts';
import type { CheckpointRun as Run } from '../../store/weights/checkpointStore.ts';
import { useWeights } from '../../store/weights/weightsStore.ts';
import { Choice } from '../../ui/Choice.tsx';
import { FileProblem } from './FileProblem.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import { useMarkPending } from '../../ui/pending.ts';
import { CHECKPOINT_ORDERS } from '../../weightsFile/run/checkpointOrder.ts';
import type { RunComparison } from '../../weightsFile/run/compareCheckpoints.ts';
import { RunFigure } from './RunFigure.tsx';
import { RunTable } from './RunTable.tsx';
import styles from './weightsFile.module.css';

/** Most names that are listed; the rest is only counted. */
const NAMED = 6;

const isolated = (name: string): string => `\u2066${name}\u2069`;

/** Several checkpoints of one run, compared. */
export function CheckpointRun({ run }: { readonly run: Run }) {
  const { format } = useI18n();
  const words = useWeightsWords();
  const source = useWeights((state) => state.file?.source);
  const open = useWeights((state) => state.open);
  const setOrder = useCheckpoints((state) => state.setOrder);
  const { by, checkpoints, dropped, done, comparison, problem } = run;
  useMarkPending(comparison === null && problem === null);
  const name = (at: number): string => isolated(checkpoints.at(at)?.name ?? '');
  const at = checkpoints.findIndex((each) => each.source === source);
  return (
    <section
      className={styles['file']}
      aria-labelledby="weights-run"
      data-checkpoints={comparison === null ? 'comparing' : 'done'}
    >
      <header className={styles['orders']}>
        <h2 id="weights-run">{words.run.title}</h2>
        <p>{words.run.facts(format.integer(checkpoints.length), name(0), name(-1))}</p>
        {dropped.length > checkpoints.length && (
          <p className={styles['small']}>
            {words.run.thinned(format.integer(checkpoints.length), format.integer(dropped.length))}
          </p>
        )}
        <div className={styles['fields']}>
          <Choice
            label={words.run.order}
            value={by}
            control="checkpoint-order"
            options={CHECKPOINT_ORDERS.map((value) => ({ value, label: words.run.orders[value] }))}
            onChange={setOrder}
          />
          <Select
            label={words.run.look}
            control="checkpoint"
            value={String(at)}
            options={checkpoints.map((each, i) => ({ value: String(i), label: each.name }))}
            onChange={(value) => {
              const chosen = checkpoints[Number(value)];
              if (chosen !== undefined) open(chosen.source);
            }}
          />
        </div>
      </header>
      {problem !== null && <FileProblem problem={problem} onAgain={() => setOrder(by)} />}
      {comparison === null && problem === null && (
        <div className={styles['progress']}>
          <span>{words.run.comparing}</span>
          <progress max={1} value={done} aria-label={words.run.comparing} />
        </div>
      )}
      {comparison !== null && <Compared comparison={comparison} />}
    </section>
  );
}

function Compared({ comparison }: { readonly comparison: RunComparison }) {
  const { format } = useI18n();
  const words = useWeightsWords();
  const { checkpoints, tensors, unmatched, unread } = comparison;
  const named = (names: readonly string[]): string =>
    names.slice(0, NAMED).map(isolated).join(' · ') +
    (names.length > NAMED ? ` ${words.more(format.integer(names.length - NAMED))}` : '');
  const still = tensors.filter(({ moments }) => moments.at(-1)?.moved === 0);
  return (
    <>
      {unread.map(({ name, failure }) => (
        <Notice key={name}>{words.run.unread(isolated(name), words.failures[failure])}</Notice>
      ))}
      {checkpoints.length < 2 ? (
        <p>{words.run.tooFew}</p>
      ) : (
        <>
          <div className={styles['pair']}>
            <RunFigure quantity="moved" comparison={comparison} />
            <RunFigure quantity="strength" comparison={comparison} />
          </div>
          {still.length > 0 && <p>{words.run.still(named(still.map(({ name }) => name)))}</p>}
          {unmatched.length > 0 && (
            <p className={styles['small']}>
              {words.run.unmatched(format.integer(unmatched.length), named(unmatched))}
            </p>
          )}
          <div>
            <h3>{words.run.table}</h3>
            <RunTable comparison={comparison} />
          </div>
        </>
      )}
    </>
  );
}
