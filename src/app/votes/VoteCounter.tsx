import { Minus, Plus } from 'lucide-react';
import { useI18n } from '../../i18n/I18n.tsx';
import { usePresentWords } from '../../i18n/present/words.ts';
import { tallyOf } from '../../store/class/classSession.ts';
import { useClass } from '../../store/class/classStore.ts';
import { withCount, shareOf } from '../../store/class/tally.ts';
import { Button } from '../../ui/Button.tsx';
import { readCount } from './readCount.ts';
import styles from './VoteCounter.module.css';

interface VoteCounterProps {
  readonly question: string;
  readonly option: string;
}

/** The vote count of one answer: typed, or changed by one. */
export function VoteCounter({ question, option }: VoteCounterProps) {
  const { format } = useI18n();
  const { votes } = usePresentWords();
  const { rounds } = useClass(({ session }) => tallyOf(session, question));
  const setTally = useClass((state) => state.setTally);
  const round = rounds.at(-1) ?? {};
  const count = round[option] ?? 0;
  const set = (next: number): void => setTally(question, (tally) => withCount(tally, option, next));
  return (
    <div className={styles['counter']} data-count={option}>
      <Button
        aria-label={votes.fewer}
        data-action="fewer"
        disabled={count === 0}
        onClick={() => set(count - 1)}
      >
        <Minus aria-hidden size="1.2em" />
      </Button>
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={votes.count(option)}
        value={count === 0 ? '' : format.integer(count)}
        placeholder={format.integer(0)}
        onFocus={(event) => event.target.select()}
        onChange={({ target }) => set(readCount(target.value))}
      />
      <Button aria-label={votes.more} data-action="more" onClick={() => set(count + 1)}>
        <Plus aria-hidden size="1.2em" />
      </Button>
      <span className={styles['share']}>{format.percent(shareOf(round, option))}</span>
    </div>
  );
}
