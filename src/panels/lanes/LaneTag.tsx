import { useI18n } from '../../i18n/I18n.tsx';
import { LaneKey } from '../../ui/LaneKey.tsx';
import styles from './LaneTag.module.css';
import { useLaneMarks } from './useLaneMarks.ts';

/** Names the lane that a figure shows, in its heading. */
export function LaneTag({ lane }: { readonly lane: number }) {
  const { dir } = useI18n();
  const mark = useLaneMarks()[lane];
  if (mark === undefined) return null;
  return (
    <span className={styles['tag']}>
      <LaneKey tone={mark.tone} dash={mark.dash} shade={mark.shade} />{' '}
      <bdi dir={dir}>{mark.name}</bdi>
    </span>
  );
}
