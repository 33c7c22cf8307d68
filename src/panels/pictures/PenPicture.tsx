import { MapCanvas } from '../../charts/maps/MapCanvas.tsx';
import type { Answered } from '../../engine/train/pictures.ts';
import { useFormat } from '../../i18n/I18n.tsx';
import { usePicturesWords } from '../../i18n/pictures/words.ts';
import { penInk } from '../../charts/maps/penInk.ts';
import styles from './pictures.module.css';

interface PenPictureProps {
  readonly side: number;
  readonly picture: Pick<Answered, 'values' | 'label' | 'example'>;
}

/** One picture of the data, in dark ink on white paper. */
export function PenPicture({ side, picture }: PenPictureProps) {
  const format = useFormat();
  const { maps } = usePicturesWords();
  const { values, limit } = penInk(picture.values);
  const label = maps.exampleText(
    format.integer(picture.example + 1),
    format.integer(picture.label),
  );
  return (
    <div className={styles['pen']}>
      <MapCanvas map={{ side, values }} limit={limit} scale="pen" label={label} />
    </div>
  );
}
