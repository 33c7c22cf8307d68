import { useEffect, useRef } from 'react';
import { generateShapes } from '../../engine/data/shapeset.ts';
import { SHAPESET_SIZE } from '../../engine/data/sizes.ts';
import { useWords } from '../../i18n/I18n.tsx';
import styles from './ShapesetPreview.module.css';

const SHOWN = 8;

/** The first images of the stream, as the network receives them. */
export function ShapesetPreview({ seed }: { readonly seed: number }) {
  const words = useWords();
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = ref.current?.getContext('2d');
    if (!context) return;
    const { values: x } = generateShapes(seed, 0, SHOWN);
    const size = SHAPESET_SIZE;
    const pixels = size * size;
    let least = Infinity;
    let most = -Infinity;
    for (const value of x) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    for (let image = 0; image < SHOWN; image += 1) {
      const data = context.createImageData(size, size);
      for (let i = 0; i < pixels; i += 1) {
        const grey = (255 * ((x[image * pixels + i] ?? 0) - least)) / (most - least);
        data.data.set([grey, grey, grey, 255], i * 4);
      }
      context.putImageData(data, image * (size + 2), 0);
    }
  }, [seed]);
  return (
    <canvas
      ref={ref}
      className={styles['preview']}
      width={SHOWN * (SHAPESET_SIZE + 2) - 2}
      height={SHAPESET_SIZE}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a canvas is drawn on, an img loaded
      role="img"
      aria-label={words.lab.shapesetPreview}
    />
  );
}
