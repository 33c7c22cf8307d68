import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import { whenUnhurried } from '../../ui/whenNear.ts';
import { PlainStripPlot } from './PlainStripPlot.tsx';
import type { StripPlotProps } from './StripPlot.tsx';

type StripPlot = ComponentType<StripPlotProps>;

let loaded: StripPlot | null = null;

/**
 * The component that draws a lane of `layers` rows: with Recharts on a quiet page; plain SVG until then, while the
 * depth changes (each change takes Recharts a long task), or if loading fails.
 */
export function useStripPlot(plain: boolean, layers: number): StripPlot {
  const [depth, setDepth] = useState<number | null>(null);
  const own = depth === layers ? loaded : null;
  const ready = own !== null;
  useEffect(() => {
    if (plain || ready) return undefined;
    let wanted = true;
    const show = (): void => setDepth(layers);
    let cancel = whenUnhurried(() => {
      if (loaded !== null) return show();
      import('./StripPlot.tsx').then(
        (code) => {
          loaded = code.StripPlot;
          if (wanted) cancel = whenUnhurried(show);
        },
        () => undefined,
      );
    });
    return () => {
      wanted = false;
      cancel();
    };
  }, [plain, ready, layers]);
  return plain || own === null ? PlainStripPlot : own;
}
