import { INTERVAL } from '../../engine/math/shareOutside.ts';
import { useWords } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { CodeBlock } from '../../ui/CodeBlock.tsx';

/** The lines as a student would type them. */
export const LECTURE_CODE = `import numpy as np

init_range = ${INTERVAL}

weights = np.random.uniform(
    -init_range, init_range, size=(2, 1))
biases = np.random.uniform(
    -init_range, init_range, size=1)

print(weights)
print(biases)`;

/** The lecture's own lines: two weights and a bias. */
export function LectureCode() {
  const { draw } = useLessonWords();
  const { share } = useWords();
  return (
    <CodeBlock code={LECTURE_CODE} label={draw.code} copy={share.copy} copied={share.copied} />
  );
}
