import { useMemo } from 'react';
import { PictureGrid } from '../../charts/maps/PictureGrid.tsx';
import { useI18n } from '../../i18n/I18n.tsx';
import { usePicturesWords } from '../../i18n/pictures/words.ts';
import { useStore } from '../../store/store.ts';
import { penInk } from '../../charts/maps/penInk.ts';
import styles from './pictures.module.css';

/** The test pictures a lane gets wrong at the playhead; renders nothing where the examples are not pictures. */
export function LaneMistakes({ lane }: { readonly lane: number }) {
  const { format, dir } = useI18n();
  const { mistakes: words } = usePicturesWords();
  const inspection = useStore((state) => state.races[lane]?.inspection ?? null);
  const mistakes = inspection?.mistakes ?? null;
  const n = format.integer;
  const pictures = useMemo(
    () =>
      (mistakes?.shown ?? []).map(({ example, label, answer, values }) => ({
        id: example,
        values: penInk(values).values,
        label: words.one(n(label), n(answer)),
        under: (
          <span aria-hidden dir="ltr">
            {n(label)} → {n(answer)}
          </span>
        ),
      })),
    [mistakes, words, n],
  );
  const limit = useMemo(
    () => Math.max(0, ...(mistakes?.shown ?? []).map(({ values }) => penInk(values).limit)),
    [mistakes],
  );
  if (inspection === null || mistakes === null) return null;
  const { count, side, shown } = mistakes;
  return (
    <div data-mistakes={count} data-mistakes-step={inspection.step}>
      <p className={styles['name']} dir={dir}>
        {count === 0
          ? words.none
          : shown.length < count
            ? words.first(n(count), n(shown.length))
            : words.heading(n(count))}
      </p>
      <PictureGrid side={side} pictures={pictures} limit={limit} scale="pen" />
      {count > 0 && (
        <p className={styles['minor']} dir={dir}>
          {words.caption}
        </p>
      )}
    </div>
  );
}
