import { useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { mix, usePalette } from '../heatMap/themeColours.ts';
import styles from './maps.module.css';
import { byLight } from './paintMap.ts';

const STEPS = 64;

interface LightRampProps {
  readonly from: ReactNode;
  readonly to: ReactNode;
}

/** Legend: what dark and bright mean. */
export function LightRamp({ from, to }: LightRampProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  useLayoutEffect(() => {
    const context = ref.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(STEPS, 1);
    for (let i = 0; i < STEPS; i += 1) {
      image.data.set([...mix(...byLight(palette), i / (STEPS - 1)), 255], i * 4);
    }
    context.putImageData(image, 0, 0);
  }, [palette]);
  return (
    <div className={styles['ramp']} dir="ltr">
      {from}
      <canvas ref={ref} width={STEPS} height={1} aria-hidden="true" />
      {to}
    </div>
  );
}
