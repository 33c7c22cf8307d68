import { useFormat, useWords } from '../../i18n/I18n.tsx';
import { useClinicWords } from '../../i18n/clinic/words.ts';
import { useRaceWords } from '../../i18n/race/words.ts';
import { useSimilarityWords } from '../../i18n/similarity/words.ts';
import { ByLayerFigure, decadesOf } from './ByLayerFigure.tsx';
import type { PaperView } from './paperView.ts';
import { RaceFigure } from './RaceFigure.tsx';
import styles from './paper.module.css';

const forward = ({ activations }: { readonly activations: { readonly std: number } }): number =>
  activations.std;

/** What the clinic's looks show of a patient before training, and its loss: on paper none has to be paid for. */
export function LooksFigure({ view }: { readonly view: PaperView }) {
  const words = useWords();
  const format = useFormat();
  const { looks, patients } = useClinicWords();
  const { charts } = words;
  const race = useRaceWords();
  const similarity = useSimilarityWords();
  const gradients = (stats: { readonly gradients: { readonly std: number } | null }) =>
    stats.gradients?.std ?? null;
  // Names of rules would be the diagnosis.
  const names = view.names.map((_, i) => patients(format.integer(i + 1)));
  const half: PaperView = { ...view, names, width: 'half' };
  const [first] = view.facts.lanes;
  const worst = first?.layers.toSorted(
    (a, b) => a.distinctUnits / a.units - b.distinctUnits / b.units,
  )[0];
  return (
    <>
      {worst !== undefined && (
        <p>
          {looks.units}: {charts.layer(format.integer(worst.layer))},{' '}
          {charts.distinctUnits(format.integer(worst.distinctUnits), format.integer(worst.units))}
        </p>
      )}
      <div className={styles['columns']} dir="ltr" style={{ gridTemplateColumns: '1fr 1fr' }}>
        <div>
          <p>
            <bdi>{charts.spreadForwardY}</bdi> →
          </p>
          <ByLayerFigure
            view={half}
            plot={{ of: forward, direction: 'forward', axis: decadesOf(view, [forward]) }}
          />
        </div>
        <div>
          <p>
            ← <bdi>{charts.spreadBackwardY}</bdi>
          </p>
          <ByLayerFigure
            view={half}
            plot={{ of: gradients, direction: 'backward', axis: decadesOf(view, [gradients]) }}
          />
        </div>
        <div>
          <p>
            <bdi>{similarity.y}</bdi> →
          </p>
          <ByLayerFigure
            view={half}
            plot={{ of: ({ similarity }) => similarity, direction: 'forward', axis: 'share' }}
          />
        </div>
        <div>
          <p>
            <bdi>{race.lossY}</bdi>, <bdi>{race.step}</bdi> →
          </p>
          <RaceFigure view={half} value="loss" />
        </div>
      </div>
    </>
  );
}
