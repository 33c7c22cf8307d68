import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import { whenUnhurried } from '../../ui/whenNear.ts';
import { PlainStripPlot } from './PlainStripPlot.tsx';
import type { StripPlotProps } from './StripPlot.tsx';

type StripPlot = ComponentType<StripPlotProps>;

let loaded: StripPlot | null = null;

/** The component that draws a lane: with Recharts on an idle page; plain SVG until then, or if loading fails. */
export function useStripPlot(plain: boolean): StripPlot {
  const [own, setOwn] = useState(() => loaded);
  useEffect(() => {
    if (plain || own !== null) return undefined;
    let wanted = true;
    const show = (): void => setOwn(() => loaded);
    let cancel = whenUnhurried(() => {
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
  }, [plain, own]);
  return plain || own === null ? PlainStripPlot : own;
}
