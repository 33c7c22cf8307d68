import { useMemo } from 'react';
import type { Picture, Target } from '../../engine/targets/target.ts';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { CorrelationMap } from '../../charts/map/CorrelationMap.tsx';
import { useI18n } from '../../i18n/I18n.tsx';
import { rowWords } from '../../i18n/papers/en.ts';
import { usePapersWords } from '../../i18n/papers/words.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';
import { targetLook } from './targetLooks.ts';
import styles from './papers.module.css';

interface TargetCorrelationsProps {
  readonly target: Target;
  readonly picture: Extract<Picture, { readonly kind: 'correlations' }>;
}

/** The correlation of one layer against that of the next: the theoretical map, with the layers of a network on it. */
export function TargetCorrelations({ target, picture }: TargetCorrelationsProps) {
  const { format } = useI18n();
  const words = usePapersWords();
  const figureNumbers = useFigureNumbers();
  const [ref, size] = useChartSize();
  const lanes = useMemo(
    () => picture.lanes.map((lane, index) => ({ ...lane, ...targetLook(index) })),
    [picture],
  );
  const { title, theirs } = rowWords(words, target.id);
  const last = picture.lanes.map(
    ({ name, measured }) => `${name}: ${format.plain(measured.at(-1)?.[1] ?? Number.NaN)}`,
  );
  const steps = picture.lanes.flatMap(({ name, measured }) =>
    measured.map(([before, after], i) => ({ name, layer: i + 2, before, after })),
  );
  return (
    <FigureFrame
      chart="target-correlations"
      title={words.correlations}
      summary={`${title}. ${format.clauses(last)}`}
      caption={theirs === undefined ? undefined : `${words.theirs} ${theirs}`}
      numbers={figureNumbers({
        caption: title,
        columns: [
          { id: 'lane', title: words.layer },
          { id: 'before', title: words.before },
          { id: 'after', title: words.after },
        ],
        rows: () =>
          steps.map(({ name, layer, before, after }) => ({
            id: `${name} ${layer}`,
            title: `${name} · ${format.integer(layer)}`,
            cells: [format.plain(before), format.plain(after)],
          })),
        raw: () =>
          steps.map(({ name, layer, before, after }) => [`${name} ${layer}`, before, after]),
      })}
    >
      <div ref={ref} className={styles['square']}>
        {size !== null && (
          <CorrelationMap
            lanes={lanes}
            xTitle={words.before}
            yTitle={words.after}
            label={title}
            size={size}
            format={format}
          />
        )}
      </div>
    </FigureFrame>
  );
}
