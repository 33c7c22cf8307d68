import { useLayoutEffect, useRef } from 'react';
import { usePalette } from '../heatMap/themeColours.ts';
import styles from './maps.module.css';
import { paintMap } from './paintMap.ts';
import type { MapScale, PlaceMap } from './paintMap.ts';

interface MapCanvasProps {
  readonly map: PlaceMap;
  /** The value of full brightness, ink or colour. */
  readonly limit: number;
  readonly scale: MapScale;
  /** Omitted where the surrounding text says it all. */
  readonly label?: string | undefined;
}

/** One small picture, as wide as its container. */
export function MapCanvas({ map, limit, scale, label }: MapCanvasProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  useLayoutEffect(() => {
    if (ref.current !== null) paintMap(ref.current, map, limit, scale, palette);
  }, [map, limit, scale, palette]);
  return (
    <canvas
      ref={ref}
      className={styles['map']}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a canvas cannot be an img element
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
    />
  );
}
