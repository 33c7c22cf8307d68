import { useState } from 'react';
import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useWeightsWords } from '../../i18n/weights/words.ts';
import { useWeights } from '../../store/weights/weightsStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Ltr } from '../../ui/Ltr.tsx';
import { BUG_IDS, BUGS } from '../../weightsFile/cabinet/bugs.ts';
import type { BugId } from '../../weightsFile/cabinet/bugs.ts';
import { FindingsList } from './FindingsList.tsx';
import styles from './weightsFile.module.css';

interface BugCabinetProps {
  readonly open: BugId | null;
  readonly onOpen: (id: BugId) => void;
  readonly voting: Voting;
}

/** Elements for counting shows of hands: under each line of a case, and below all of them. */
export interface Voting {
  readonly line: (id: BugId, line: string) => ReactNode;
  readonly tools: (id: BugId) => ReactNode;
}

/** The cases, and the one that is open. */
export function BugCabinet({ open, onOpen, voting }: BugCabinetProps) {
  const words = useWeightsWords();
  const [counts, setCounts] = useState(false);
  return (
    <section aria-labelledby="bug-cabinet" className={styles['cabinet']}>
      <h2 id="bug-cabinet">{words.cabinet}</h2>
      <p>{words.cabinetLead}</p>
      <ul className={styles['cases']}>
        {BUG_IDS.map((id) => (
          <li key={id}>
            <Button data-bug={id} aria-pressed={id === open} onClick={() => onOpen(id)}>
              {words.bugs[id].title}
            </Button>
          </li>
        ))}
      </ul>
      {open !== null && (
        <>
          <Case key={open} id={open} onOpen={onOpen} voting={counts ? voting : null} />
          <p className={styles['voting']}>
            <Button
              data-action="cabinet-votes"
              aria-pressed={counts}
              onClick={() => setCounts(!counts)}
            >
              {words.countVotes}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}

interface CaseProps extends Pick<BugCabinetProps, 'onOpen'> {
  readonly id: BugId;
  readonly voting: Voting | null;
}

/** One case: symptom, file, lines. The answer is checked against what the engine finds in the file. */
function Case({ id, onOpen, voting }: CaseProps) {
  const { format } = useI18n();
  const words = useWeightsWords();
  const [chosen, setChosen] = useState<number | null>(null);
  const findings = useWeights((state) => state.file?.findings);
  const isRead = useWeights((state) => state.file?.status === 'done');
  const { title, symptom } = words.bugs[id];
  const { code, line, source } = BUGS[id];
  const at = BUG_IDS.indexOf(id);
  const next = BUG_IDS[at + 1];
  return (
    <article className={styles['case']} data-case={id}>
      <p className={styles['small']}>
        {words.caseN(format.integer(at + 1), format.integer(BUG_IDS.length))}
      </p>
      <h3>{title}</h3>
      <p>{symptom}</p>
      <fieldset className={styles['lines']}>
        <legend>{words.whichLine}</legend>
        {code.map((text, index) => (
          <div key={text} className={styles['lineVotes']}>
            <button
              type="button"
              className={styles['line']}
              data-line={index + 1}
              data-answer={chosen === null ? undefined : index === line ? 'right' : 'other'}
              aria-pressed={chosen === index}
              disabled={chosen !== null}
              onClick={() => setChosen(index)}
            >
              <span className={styles['lineNumber']}>{format.integer(index + 1)}</span>
              <code dir="ltr" lang="en">
                {text}
              </code>
            </button>
            {voting?.line(id, `line-${index + 1}`)}
          </div>
        ))}
      </fieldset>
      {voting?.tools(id)}
      {chosen !== null && (
        <div aria-live="polite" className={styles['verdict']}>
          <p>
            <strong>
              {chosen === line ? words.rightLine : words.wrongLine(format.integer(line + 1))}
            </strong>
          </p>
          {isRead && findings !== undefined && (
            <>
              <p>{words.engineSays}</p>
              <FindingsList findings={findings} />
            </>
          )}
          <p>
            {words.sourceOf}:{' '}
            <a href={source} target="_blank" rel="noreferrer">
              <Ltr>{source.replace('https://github.com/', '')}</Ltr>
            </a>
          </p>
          {next !== undefined && (
            <Button kind="strong" data-action="next-case" onClick={() => onOpen(next)}>
              {words.next}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}
