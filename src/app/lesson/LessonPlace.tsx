import { use, useId } from 'react';
import { ChevronDown } from 'lucide-react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { CHAPTERS, loadText } from '../../lessons/index.ts';
import type { Place } from '../../lessons/index.ts';
import { useLesson } from '../../store/lesson/lessonStore.ts';
import { closeMenu } from '../shell/Menu.tsx';
import styles from './LessonPlace.module.css';

interface LessonPlaceProps {
  readonly place: Place;
  readonly hash: (chapter: string, step: string) => string;
}

/** The current chapter; a press lists all chapters, with the share of each that has been seen. */
export function LessonContents({ place, hash }: LessonPlaceProps) {
  const { format } = useI18n();
  const words = useLessonWords();
  const seen = useLesson((state) => state.seen);
  const id = useId();
  const n = format.integer;
  const { chapter, chapterIndex } = place;
  return (
    <>
      <button type="button" className={styles['here']} data-action="contents" popoverTarget={id}>
        <bdi>{n(chapterIndex + 1)}</bdi>
        <span>{words.chapters[chapter.id]}</span>
        <ChevronDown aria-hidden size="1.1em" />
      </button>
      <nav id={id} popover="auto" className={styles['contents']} aria-label={words.contents}>
        <ol>
          {CHAPTERS.map(({ id: each, steps }, index) => {
            const done = steps.filter((step) => seen.includes(`${each}/${step.id}`)).length;
            return (
              <li key={each}>
                <a
                  href={hash(each, steps[0]?.id ?? '')}
                  aria-current={each === chapter.id ? 'true' : undefined}
                  onClick={closeMenu}
                >
                  <bdi>{n(index + 1)}</bdi>
                  <span>{words.chapters[each]}</span>
                  <small>{words.seen(n(done), n(steps.length))}</small>
                </a>
              </li>
            );
          })}
        </ol>
      </nav>
    </>
  );
}

/** A link to each step of the chapter, drawn as a row of marks. */
export function LessonSteps({ place, hash }: LessonPlaceProps) {
  const { format, language } = useI18n();
  const words = useLessonWords();
  const seen = useLesson((state) => state.seen);
  const { chapter, stepIndex } = place;
  const { outline } = use(loadText(chapter.id, language));
  return (
    <nav className={styles['steps']} aria-label={words.step('', '').trim()}>
      <ol>
        {chapter.steps.map(({ id }, index) => {
          const title = outline.steps.find((each) => each.id === id)?.title ?? '';
          const name = words.stepName(format.integer(index + 1), title);
          return (
            <li key={id}>
              <a
                href={hash(chapter.id, id)}
                aria-label={name}
                title={name}
                aria-current={index === stepIndex ? 'step' : undefined}
                data-seen={seen.includes(`${chapter.id}/${id}`)}
              />
            </li>
          );
        })}
      </ol>
      <span>{words.step(format.integer(stepIndex + 1), format.integer(chapter.steps.length))}</span>
    </nav>
  );
}
