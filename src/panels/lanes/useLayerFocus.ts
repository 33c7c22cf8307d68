import { useCallback } from 'react';
import { useStore } from '../../store/store.ts';

interface FocusedLayer {
  /** The layer that is marked in every chart. */
  readonly focused: number | null;
  readonly onFocusLayer: (layer: number | null) => void;
}

export function useLayerFocus(): FocusedLayer {
  const focused = useStore((state) => state.focus);
  const setView = useStore((state) => state.setView);
  const onFocusLayer = useCallback((layer: number | null) => setView({ focus: layer }), [setView]);
  return { focused, onFocusLayer };
}
