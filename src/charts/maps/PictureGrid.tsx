import type { ReactNode } from 'react';
import { MapCanvas } from './MapCanvas.tsx';
import styles from './maps.module.css';
import type { MapScale } from './paintMap.ts';

export interface GridPicture {
  readonly id: number;
  readonly values: ArrayLike<number>;
  /** Describes the picture to a screen reader. */
  readonly label: string;
  readonly under?: ReactNode;
}

interface PictureGridProps {
  readonly side: number;
  readonly pictures: readonly GridPicture[];
  /** The value of full brightness, ink or colour. */
  readonly limit: number;
  readonly scale: MapScale;
}

/** Small pictures in rows, on one colour scale, each with its name. */
export function PictureGrid({ side, pictures, limit, scale }: PictureGridProps) {
  return (
    <ul className={styles['grid']} dir="ltr">
      {pictures.map(({ id, values, label, under }) => (
        <li key={id}>
          <MapCanvas map={{ side, values }} limit={limit} scale={scale} label={label} />
          {under}
        </li>
      ))}
    </ul>
  );
}
