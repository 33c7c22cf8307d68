import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { useI18n } from '../../i18n/I18n.tsx';
import { useClinicWords } from '../../i18n/clinic/words.ts';
import styles from './LooksPanel.module.css';
import { useStore } from '../../store/store.ts';

/** For each lane at the playhead: the layer with the smallest share of distinct units, and how many it has. */
export function UnitCounts() {
  const { words, format, dir } = useI18n();
  const own = useClinicWords();
  const lanes = useStore((state) => state.lanes);
  const counts = lanes.map(({ shown }) => {
    const layers = shown?.layers ?? [];
    const worst = layers.toSorted((a, b) => a.distinctUnits / a.units - b.distinctUnits / b.units);
    return worst[0] ?? null;
  });
  const text = counts
    .map((layer) =>
      layer === null
        ? words.charts.stillComputing
        : `${words.charts.layer(format.integer(layer.layer))}: ${words.charts.distinctUnits(
            format.integer(layer.distinctUnits),
            format.integer(layer.units),
          )}`,
    )
    .join(' · ');
  return (
    <FigureFrame chart="unit-counts" title={own.looks.units} titleLevel={2} summary={text}>
      <p className={styles['count']} dir={dir}>
        {text}
      </p>
    </FigureFrame>
  );
}
