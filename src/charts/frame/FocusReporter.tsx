import { useEffect } from 'react';
import { useActiveTooltipLabel, useIsTooltipActive } from 'recharts';

/** Tells the page which layer (or step) the pointer or the arrow keys of this chart are at. */
export function FocusReporter(props: { readonly onFocusLayer: (layer: number | null) => void }) {
  const { onFocusLayer } = props;
  const active = useIsTooltipActive();
  const label = useActiveTooltipLabel();
  const layer = active && label !== undefined ? Number(label) : null;
  useEffect(() => {
    if (layer === null) return undefined;
    onFocusLayer(layer);
    return () => onFocusLayer(null);
  }, [layer, onFocusLayer]);
  return null;
}
