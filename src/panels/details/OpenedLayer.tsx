import { useStore } from '../../store/store.ts';
import { later } from '../../ui/later.tsx';

const LayerDialog = later(async () => (await import('./LayerDialog.tsx')).LayerDialog);

/** The dialog of the opened layer, if any; its code, with Recharts, is fetched when it is first needed. */
export function OpenedLayer() {
  const opened = useStore((state) => state.opened !== null);
  if (!opened) return null;
  return <LayerDialog />;
}
