import { architecture } from '../../engine/passes/architecture.ts';
import type { Outcome } from '../../engine/experiment/propagate.ts';
import type { ExperimentConfig } from '../../engine/types.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import styles from './LaneHeader.module.css';

interface LaneNotesProps {
  readonly config: ExperimentConfig;
  readonly outcome: Outcome;
}

/** Choices the run made itself: sizes given by the data, layers LSUV could not scale, a rectangular identity. */
export function LaneNotes({ config, outcome }: LaneNotesProps) {
  const { words, format } = useI18n();
  const lines = [
    ...outcome.notices.map(({ code, key, given, used }) => words.notices[code](key, given, used)),
    ...outcome.notes
      .slice(0, 1)
      .map(({ code, layer }) => words.notices[code](format.integer(layer))),
  ];
  const square = architecture(config).value.hidden.every(({ fanIn, fanOut }) => fanIn === fanOut);
  if (config.initializer.id === 'identity' && !square) lines.push(words.notices.identityNotSquare);
  if (lines.length === 0) return null;
  return <p className={styles['note']}>{lines.join(' ')}</p>;
}
