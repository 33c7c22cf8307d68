import { useWords } from '../../i18n/I18n.tsx';
import { useMap } from '../../store/map/mapStore.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useRunError } from '../lanes/useRunError.ts';

/** Why something on the map is not computed, and the button to go on. */
export function MapProblem() {
  const { problems } = useWords();
  const sayError = useRunError();
  const problem = useMap((state) => state.problem);
  const again = useMap((state) => state.again);
  if (problem === null) return null;
  return (
    <Notice action={problems.again} onAction={again}>
      {sayError(problem)}
    </Notice>
  );
}
