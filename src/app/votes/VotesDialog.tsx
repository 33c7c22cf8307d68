import { usePresentWords } from '../../i18n/present/words.ts';
import { useClass } from '../../store/class/classStore.ts';
import { useLesson } from '../../store/lesson/lessonStore.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import type { LessonStep } from '../lesson/useLessonStep.ts';
import { countable } from './countable.ts';
import { Answers } from './Answers.tsx';

/** Counts hands on the projector itself, for a speaker with one screen. */
export function VotesDialog({ at }: { readonly at: LessonStep }) {
  const { votes } = usePresentWords();
  const outcome = useLesson((state) => state.memories[at.memory]?.outcome ?? null);
  const counts = countable(at.place.step, at.question);
  return (
    <Dialog
      title={votes.title}
      closeLabel={votes.close}
      onClose={() => useClass.setState({ counting: false })}
    >
      {counts ? (
        <Answers
          chapter={at.place.chapter.id}
          step={at.place.step.id}
          question={at.question?.id ?? null}
          revealed={at.revealed}
          outcome={outcome}
          counts
        />
      ) : (
        <p>{votes.nothing}</p>
      )}
    </Dialog>
  );
}
