import { useEffect, useState } from 'react';
import { PictureGrid } from '../../charts/maps/PictureGrid.tsx';
import { digits, loadDigits } from '../../engine/data/digits.ts';
import type { Examples } from '../../engine/data/examples.ts';
import { DIGITS_SIDE } from '../../engine/data/sizes.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { usePicturesWords } from '../../i18n/pictures/words.ts';
import { penInk } from '../../charts/maps/penInk.ts';

const SHOWN = 20;
const PIXELS = DIGITS_SIDE ** 2;

/** The first pictures of the data, as the network receives them. */
export function DigitsPreview() {
  const { format } = useI18n();
  const { preview, maps } = usePicturesWords();
  const [data, setData] = useState<Examples | 'failed' | null>(null);
  useEffect(() => {
    let here = true;
    loadDigits().then(
      () => here && setData(digits()),
      () => here && setData('failed'),
    );
    return () => {
      here = false;
    };
  }, []);
  if (data === null) return null;
  if (data === 'failed') return <p>{preview.failed}</p>;
  const { values, limit } = penInk(data.values.subarray(0, SHOWN * PIXELS));
  return (
    <div data-preview="digits">
      <PictureGrid
        side={DIGITS_SIDE}
        limit={limit}
        scale="pen"
        pictures={Array.from({ length: SHOWN }, (_, i) => ({
          id: i,
          values: values.subarray(i * PIXELS, (i + 1) * PIXELS),
          label: maps.exampleText(format.integer(i + 1), format.integer(data.labels[i] ?? 0)),
        }))}
      />
    </div>
  );
}
