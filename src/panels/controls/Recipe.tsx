import { completeInitializer, parseInitializer } from '../../engine/rules/spec.ts';
import type { InitializerSpec } from '../../engine/types.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Recipe.module.css';

const spec = (text: string): InitializerSpec =>
  completeInitializer(parseInitializer(text).value).value;

/** After each click: what the weights and the biases are drawn from (He et al. 2015, section 2.2). */
const CLICKS = [
  { id: 'normal', weights: spec('random_normal(std=1)'), bias: spec('random_normal(std=1)') },
  { id: 'scale', weights: spec('he_normal'), bias: spec('random_normal(std=1)') },
  { id: 'bias', weights: spec('he_normal'), bias: spec('zeros') },
] as const;

/** He's recipe, one click at a time. */
export function Recipe() {
  const { format } = useI18n();
  const { recipe } = useLessonWords();
  const lane = useStore((state) => state.lab.lanes[0]);
  const setLane = useStore((state) => state.setLane);
  if (lane === undefined) return null;
  const done = CLICKS.findIndex(
    ({ weights, bias }) =>
      lane.initializer.id === weights.id && lane.overrides.bias?.id === bias.id,
  );
  return (
    <fieldset className={styles['recipe']} data-control="recipe">
      <legend>{recipe.label}</legend>
      {CLICKS.map(({ id, weights, bias }, index) => (
        <Button
          key={id}
          data-click={id}
          data-done={index <= done}
          aria-pressed={index <= done}
          onClick={() =>
            setLane(0, { ...lane, initializer: weights, overrides: { ...lane.overrides, bias } })
          }
        >
          <span className={styles['number']}>{format.integer(index + 1)}</span>
          {recipe[id]}
        </Button>
      ))}
    </fieldset>
  );
}
