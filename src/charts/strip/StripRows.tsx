import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { RowsProvider } from './stripContext.ts';

/** Reads the positions from the frame once for all rows; no row is drawn until they are known. */
export function StripRows({ children }: { readonly children: ReactNode }) {
  const plot = usePlotArea();
  const sx = useXAxisScale();
  const sy = useYAxisScale();
  const rows = useMemo(() => {
    if (plot === undefined || sx === undefined || sy === undefined) return null;
    return {
      left: plot.x,
      right: plot.x + plot.width,
      top: plot.y,
      x: (value: number) => sx(value) ?? 0,
      bottom: (layer: number) => sy(layer) ?? 0,
      pitch: (sy(1) ?? 0) - (sy(0) ?? 0),
    };
  }, [plot, sx, sy]);
  return rows === null ? null : <RowsProvider value={rows}>{children}</RowsProvider>;
}
