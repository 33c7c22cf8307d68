import { useI18n } from '../../i18n/I18n.tsx';
import { usePresentWords } from '../../i18n/present/words.ts';
import { tallyOf } from '../../store/class/classSession.ts';
import { useClass } from '../../store/class/classStore.ts';
import { shareOf } from '../../store/class/tally.ts';
import styles from './VoteBars.module.css';

export interface VoteBarsProps {
  /** Key under which the question's answers are stored. */
  readonly question: string;
  readonly option: string;
}

/** Number of votes for this answer in each round; the last two are drawn. */
export function VoteBars({ question, option }: VoteBarsProps) {
  const { format } = useI18n();
  const { votes } = usePresentWords();
  const { rounds } = useClass(({ session }) => tallyOf(session, question));
  const first = Math.max(0, rounds.length - 2);
  return (
    <ul className={styles['bars']} data-bars={option}>
      {rounds.slice(first).map((round, index) => {
        const share = shareOf(round, option);
        const text = votes.share(format.integer(round[option] ?? 0), format.percent(share));
        const compared = rounds.length > 1;
        const last = first + index === rounds.length - 1;
        return (
          // Rounds are only appended.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={first + index} data-round={last ? 'last' : 'before'}>
            <span className={styles['track']}>
              <span style={{ inlineSize: `${share * 100}%` }} />
            </span>
            <span className={styles['label']}>
              {compared ? votes.shareIn(last ? votes.after : votes.before, text) : text}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
