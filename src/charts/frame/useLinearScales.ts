import { useMemo } from 'react';
import { useXAxisScale, useYAxisScale } from 'recharts';
import type { ScaleFunction } from 'recharts';

/** Maps a value of an axis to px. */
export type LinearScale = (value: number) => number;

/** As one product and one sum: to ask the axis for every point of six lanes costs more than the rest of a repaint. */
function linear(scale: ScaleFunction): LinearScale {
  const zero = scale(0) ?? 0;
  const unit = (scale(1) ?? 0) - zero;
  return (value) => zero + value * unit;
}

/** The scales of both axes of a plot, the same functions until the axes change; null before the first layout. */
export function useLinearScales(): { readonly x: LinearScale; readonly y: LinearScale } | null {
  const x = useXAxisScale();
  const y = useYAxisScale();
  return useMemo(
    () => (x === undefined || y === undefined ? null : { x: linear(x), y: linear(y) }),
    [x, y],
  );
}
