import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import { inTurn } from '../ui/inTurn.ts';
import { PlainStripPlot } from './PlainStripPlot.tsx';
import type { StripPlotProps } from './StripPlot.tsx';

type StripPlot = ComponentType<StripPlotProps>;

let loaded: StripPlot | null = null;

/** What draws a lane's rows: Recharts once that is there; without it until then, and where it cannot be fetched. */
export function useStripPlot(plain: boolean): StripPlot {
  const [Plot, setPlot] = useState(() => loaded);
  useEffect(() => {
    if (plain || Plot !== null) return undefined;
    let end = (): void => undefined;
    let wanted = true;
    import('./StripPlot.tsx').then(
      ({ default: found }) => {
        loaded = found;
        // Lanes are many, and each is work for a slow device.
        if (wanted) end = inTurn(() => setPlot(() => found));
      },
      () => undefined,
    );
    return () => {
      wanted = false;
      end();
    };
  }, [plain, Plot]);
  return plain ? PlainStripPlot : (Plot ?? PlainStripPlot);
}
