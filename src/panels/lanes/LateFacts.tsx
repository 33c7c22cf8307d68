import { useI18n } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import styles from './Verdict.module.css';

interface LateFactsProps {
  readonly index: number;
  readonly step: number;
}

/** What is measured of a lane after training has begun, in place of the verdict, which is about initialization only. */
export function LateFacts({ index, step }: LateFactsProps) {
  const { words, format } = useI18n();
  const std = useStore((all) => all.lanes[index]?.shown?.layers.at(-1)?.activations.std ?? NaN);
  const readings = useStore((all) => all.races[index]?.inspection?.readings);
  const most = (part: 'dead' | 'saturated'): number =>
    Math.max(0, ...(readings ?? []).map((reading) => reading[part]));
  const { charts } = words;
  const [dead, saturated] = [most('dead'), most('saturated')];
  return (
    <p className={styles['verdict']} data-late>
      <span>
        {charts.lateSpread(format.integer(step), format.plain(std))}
        {dead > 0 && charts.lateDead(format.percent(dead))}
        {saturated > 0 && charts.lateSaturated(format.percent(saturated))}
      </span>
    </p>
  );
}
