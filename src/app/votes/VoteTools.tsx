import { useState } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { usePresentWords } from '../../i18n/present/words.ts';
import { download } from '../../panels/files/download.ts';
import { tallyOf } from '../../store/class/classSession.ts';
import { useClass } from '../../store/class/classStore.ts';
import { again, handsOf } from '../../store/class/tally.ts';
import { Button } from '../../ui/Button.tsx';
import { votesCsv, votesJson } from './votesFile.ts';
import styles from './VoteTools.module.css';

const FILES = [
  ['csv', votesCsv, 'text/csv;charset=utf-8'],
  ['json', votesJson, 'application/json'],
] as const;

/** Actions on the votes of one question and on all votes. */
export function VoteTools({ question }: { readonly question: string }) {
  const { format } = useI18n();
  const { votes } = usePresentWords();
  const session = useClass((state) => state.session);
  const setTally = useClass((state) => state.setTally);
  const { rounds, shown } = tallyOf(session, question);
  const hands = handsOf(rounds.at(-1) ?? {});
  return (
    <div className={styles['tools']}>
      <div className={styles['row']}>
        <span data-total>
          {rounds.length > 1 && `${votes.round(format.integer(rounds.length))} · `}
          {votes.total(format.integer(hands))}
        </span>
        <Button
          kind={shown ? 'plain' : 'strong'}
          data-action="show-votes"
          onClick={() => setTally(question, (tally) => ({ ...tally, shown: !tally.shown }))}
        >
          {shown ? votes.hide : votes.show}
        </Button>
        <Button
          data-action="vote-again"
          disabled={hands === 0}
          onClick={() => setTally(question, again)}
        >
          {votes.again}
        </Button>
      </div>
      <div className={styles['row']}>
        <span className={styles['quiet']}>{votes.save}</span>
        {FILES.map(([name, write, type]) => (
          <Button
            key={name}
            kind="link"
            lang="en"
            dir="ltr"
            data-export={`votes-${name}`}
            onClick={() => download(`init-lab-votes.${name}`, new Blob([write(session)], { type }))}
          >
            {name.toUpperCase()}
          </Button>
        ))}
        <Clear />
      </div>
    </div>
  );
}

/** Asks for confirmation: deleted votes cannot be recovered. */
function Clear() {
  const { votes } = usePresentWords();
  const clear = useClass((state) => state.clearVotes);
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button kind="link" data-action="clear-votes" onClick={() => setAsking(true)}>
        {votes.clear}
      </Button>
    );
  }
  return (
    <span className={styles['sure']} role="alert">
      {votes.sure}
      <Button
        kind="strong"
        data-action="clear-votes-yes"
        onClick={() => {
          clear();
          setAsking(false);
        }}
      >
        {votes.yes}
      </Button>
      <Button data-action="clear-votes-no" onClick={() => setAsking(false)}>
        {votes.no}
      </Button>
    </span>
  );
}
