import { useEffect } from 'react';
import { useActiveTooltipLabel, useIsTooltipActive } from 'recharts';

/** Reports the layer (or step) that the pointer or the arrow keys have selected in this chart. */
export function FocusReporter({ onFocus }: { readonly onFocus: (at: number | null) => void }) {
  const active = useIsTooltipActive();
  const label = useActiveTooltipLabel();
  const at = active && label !== undefined ? Number(label) : null;
  useEffect(() => {
    if (at === null) return undefined;
    onFocus(at);
    return () => onFocus(null);
  }, [at, onFocus]);
  return null;
}
