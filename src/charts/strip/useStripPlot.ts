import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import { afterPaint, useTurn } from '../../ui/useTurn.ts';
import { PlainStripPlot } from './PlainStripPlot.tsx';
import type { StripPlotProps } from './StripPlot.tsx';

type StripPlot = ComponentType<StripPlotProps>;

let loaded: StripPlot | null = null;

/** The component that draws a lane: with Recharts once it has loaded; plain SVG until then, or if loading fails. */
export function useStripPlot(plain: boolean): StripPlot {
  const [before] = useState<StripPlot | null>(() => loaded);
  const [found, setFound] = useState(() => before);
  const turn = useTurn(!plain && found !== null && before === null);
  useEffect(() => {
    if (plain || found !== null) return undefined;
    let wanted = true;
    afterPaint(() => {
      import('./StripPlot.tsx').then(
        (code) => {
          loaded = code.StripPlot;
          if (wanted) setFound(() => code.StripPlot);
        },
        () => undefined,
      );
    });
    return () => {
      wanted = false;
    };
  }, [plain, found]);
  const own = before ?? (turn ? found : null);
  return plain || own === null ? PlainStripPlot : own;
}
