import { use } from 'react';
import { ChevronDown } from 'lucide-react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lessonWords.ts';
import { CHAPTERS, loadText } from '../../lessons/index.ts';
import type { Place } from '../../lessons/index.ts';
import { useLesson } from '../../store/lessonStore.ts';
import styles from './LessonPlace.module.css';

interface LessonPlaceProps {
  readonly place: Place;
  readonly hash: (chapter: string, step: string) => string;
}

/** Which chapter this is; opened, all of them, with how much of each has been seen. */
export function LessonContents({ place, hash }: LessonPlaceProps) {
  const { format } = useI18n();
  const words = useLessonWords();
  const seen = useLesson((state) => state.seen);
  const n = format.integer;
  const { chapter, chapterIndex } = place;
  return (
    <details
      // Another chapter comes with its list closed.
      key={chapter.id}
      className={styles['contents']}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.open = false;
      }}
    >
      <summary aria-label={words.contents}>
        <span>
          <bdi>{n(chapterIndex + 1)}</bdi>
          {' · '}
          {words.chapters[chapter.id]}
        </span>
        <ChevronDown aria-hidden size="1.1em" />
      </summary>
      <nav aria-label={words.contents}>
        <ol>
          {CHAPTERS.map(({ id, steps }, index) => {
            const done = steps.filter((step) => seen.includes(`${id}/${step.id}`)).length;
            return (
              <li key={id}>
                <a
                  href={hash(id, steps[0]?.id ?? '')}
                  aria-current={id === chapter.id ? 'true' : undefined}
                >
                  <bdi>{n(index + 1)}</bdi>
                  <span>{words.chapters[id]}</span>
                  <small>{words.seen(n(done), n(steps.length))}</small>
                </a>
              </li>
            );
          })}
        </ol>
      </nav>
    </details>
  );
}

/** A mark for each step of the chapter, each a link to it. */
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
