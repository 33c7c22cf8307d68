import { useLayoutEffect, useRef } from 'react';
import { PLANE_SIDE } from '../../engine/map/planeFunction.ts';
import type { PlaneFunction } from '../../engine/map/planeFunction.ts';
import { paintMatrix } from '../heatMap/paintMatrix.ts';
import { usePalette } from '../heatMap/themeColours.ts';
import styles from './map.module.css';

interface PlanePictureProps {
  readonly plane: PlaneFunction;
  readonly label: string;
}

/** Standard deviations that have the full colour. */
const LIMIT = 2.5;

/** One output of an untrained net at every point of the plane. */
export function PlanePicture({ plane, label }: PlanePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  useLayoutEffect(() => {
    const matrix = { rows: PLANE_SIDE, cols: PLANE_SIDE, values: plane.values };
    if (canvas.current !== null) paintMatrix(canvas.current, matrix, LIMIT, palette);
  }, [plane, palette]);
  return (
    <canvas ref={canvas} className={styles['plane']}>
      {label}
    </canvas>
  );
}
