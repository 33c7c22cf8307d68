import { useStore } from '../../store/store.ts';
import { later } from '../../ui/later.tsx';

const LayerDialog = later(async () => (await import('./LayerDialog.tsx')).LayerDialog);

/** The layer that is looked at closely, if one is: its dialog comes, with Recharts, when it is asked for. */
export function OpenedLayer() {
  const opened = useStore((state) => state.opened !== null);
  if (!opened) return null;
  return <LayerDialog />;
}
