import { Plus } from 'lucide-react';
import { LIMITS } from '../../engine/lab/config.ts';
import { useWords } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';

/** Adds a copy of the last lane, up to the maximum number of lanes. */
export function AddLane() {
  const { lab } = useWords();
  const lanes = useStore((state) => state.lab.lanes);
  const addLane = useStore((state) => state.addLane);
  const last = lanes.at(-1);
  if (last === undefined || lanes.length >= LIMITS.lanes.max) return null;
  return (
    <Button kind="quiet" data-action="add-lane" onClick={() => addLane(last)}>
      <Plus aria-hidden size="1.1em" />
      {lab.addLane}
    </Button>
  );
}
