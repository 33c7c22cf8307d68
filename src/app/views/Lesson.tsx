import { startTransition, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { loadText, placeOf } from '../../lessons/index.ts';
import { TextActionsProvider, LessonReadingProvider } from '../../lessons/lessonContext.ts';
import type { AnswerState, LessonReading, TextActions } from '../../lessons/lessonContext.ts';
import { fetchPanel, fetchPanels, StagePanels } from '../../lessons/stage/StagePanels.tsx';
import { OpenedLayer } from '../../panels/details/OpenedLayer.tsx';
import { StageControls } from '../../panels/controls/StageControls.tsx';
import { useLesson } from '../../store/lesson/lessonStore.ts';
import { useStore } from '../../store/store.ts';
import type { Speed } from '../../store/state/types.ts';
import { Placeholder } from '../../ui/Placeholder.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { later } from '../../ui/later.tsx';
import { LessonActions } from '../lesson/LessonActions.tsx';
import { LessonFacts } from '../lesson/LessonFacts.tsx';
import { LessonContents, LessonSteps } from '../lesson/LessonPlace.tsx';
import { LessonText } from '../lesson/LessonText.tsx';
import { useLessonKeys } from '../lesson/useLessonKeys.ts';
import { useLessonMoves } from '../lesson/useLessonMoves.ts';
import { enterPlace, putOnStage, useLessonStep, visitPlace } from '../lesson/useLessonStep.ts';
import { PresentButtons } from '../present/PresentButtons.tsx';
import { Presenting } from '../present/Presenting.tsx';
import { VoteBeside } from '../votes/VoteBeside.tsx';
import { useWhileReading } from '../firstPicture.ts';
import { currentHash, followHash, parseRoute } from '../address/route.ts';
import type { Route } from '../address/route.ts';
import styles from './Lesson.module.css';

/** Loaded later: no first step needs it. */
const Printing = later(async () => (await import('../worksheet/Printing.tsx')).Printing);

/** The place for an address without one. */
const FIRST = { chapter: 'start', step: null };

/** Enters the first step and requests its text and panels as soon as this code is there, not when the step is drawn. */
export function enterFirstStep(): void {
  const { view, place, options } = parseRoute(currentHash());
  if (view !== 'lesson') return;
  const { chapter, step } = place ?? useLesson.getState().place ?? FIRST;
  const language = options.language ?? useStore.getState().language;
  const found = placeOf(chapter, step);
  const code = found.step.stage.panels.map(fetchPanel);
  // A failure is shown when the step is rendered.
  Promise.all([loadText(found.chapter.id, language), ...code]).catch(() => undefined);
  enterPlace(found);
}

interface LessonProps extends Pick<Route, 'place' | 'options'> {
  readonly keysOn: boolean;
}

/** Speed of a race: fast, because a class is waiting; instant for readers who prefer reduced motion. */
const speedOf = (): Speed =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'fast';

/** The lesson: text beside a live stage; a question comes before its outcome. */
export function Lesson({ place: asked, options, keysOn }: LessonProps) {
  const { dir, language, format } = useI18n();
  const words = useLessonWords();
  const [left] = useState(() => useLesson.getState().place);
  const from = asked ?? left ?? FIRST;
  const at = useLessonStep(from.chapter, from.step);
  const { hidden, embed: embedded } = options;
  // A link that hides `skip` makes every question wait for an answer.
  const skips = !hidden.has('skip');
  const moves = useLessonMoves(at, options, skips);
  const { place, stage, stageKey, question } = at;
  const [rest, setRest] = useState(false);
  const [headlinePlace, setHeadlinePlace] = useState<HTMLElement | null>(null);
  const pointed = useLesson((state) => state.pointed);
  const presenting = useStore((state) => state.presenting);
  const lanes = useStore((state) => state.lab.lanes.length);
  useLessonKeys(moves, dir, keysOn);

  useEffect(() => visitPlace(place), [place]);
  useEffect(() => {
    if (asked === null) followHash(() => moves.hash(place.chapter.id, place.step.id));
  }, [asked, moves, place]);
  useEffect(() => putOnStage({ stageKey, stage }), [stageKey, stage]);
  const addRest = useCallback(() => {
    startTransition(() => setRest(true));
    fetchPanels().catch(() => undefined);
  }, []);
  useWhileReading(addRest);
  useEffect(() => {
    const { speed, setPlay } = useStore.getState();
    setPlay({ speed: speedOf() });
    return () => setPlay({ speed });
  }, []);

  const { chapter, step } = at.place;
  const reading = useReading(chapter.id, step.id, question?.id ?? null, moves.hash, headlinePlace);
  const actions = useActions();
  const controls = stage.controls.filter((each) => !hidden.has(each));
  const missing = place.missing;
  const empty = stage.panels.length === 0;
  return (
    <LessonFacts at={at}>
      <TextActionsProvider value={actions}>
        <LessonReadingProvider value={reading}>
          <div className={styles['lesson']} data-lesson data-embedded={embedded}>
            <div className={styles['text']} data-part="text">
              {missing !== null && <Notice>{words.notice[missing](from[missing] ?? '')}</Notice>}
              {!presenting && (
                <div className={styles['top']}>
                  <LessonContents place={place} hash={moves.hash} />
                  {!embedded && <PresentButtons />}
                </div>
              )}
              <Suspense fallback={<Placeholder className={styles['coming']} />}>
                {question !== null && (
                  <p className={styles['count']}>
                    {words.quiz.question(
                      format.integer((place.step.questions ?? []).indexOf(question) + 1),
                      format.integer((place.step.questions ?? []).length),
                    )}
                  </p>
                )}
                <LessonText chapter={place.chapter.id} language={language} />
                {!presenting && <LessonSteps place={place} hash={moves.hash} />}
              </Suspense>
              {!presenting && <LessonActions at={at} moves={moves} skips={skips} />}
              {rest && !presenting && !embedded && (
                <Printing
                  key={place.chapter.id}
                  chapter={place.chapter}
                  hash={moves.hash(place.chapter.id, place.chapter.steps[0]?.id ?? '')}
                />
              )}
            </div>
            <section
              className={styles['stage']}
              aria-label={words.stage}
              data-part="stage"
              data-stage={empty ? 'covered' : stage.kind}
              data-pointed={pointed ?? undefined}
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls on a phone
              tabIndex={presenting ? undefined : 0}
            >
              <p
                ref={setHeadlinePlace}
                className={styles['headline']}
                // The end of a race does not move the charts.
                data-due={stage.kind === 'race' && at.asks && at.revealed}
              />
              {controls.length > 0 && (
                <div className={styles['controls']}>
                  <StageControls controls={controls} />
                </div>
              )}
              {empty ? (
                <p className={styles['waiting']}>{words.waiting}</p>
              ) : (
                <StagePanels
                  panels={stage.panels}
                  lanes={lanes}
                  memory={at.memory}
                  revealed={at.revealed}
                />
              )}
            </section>
          </div>
        </LessonReadingProvider>
      </TextActionsProvider>
      {!embedded && (
        <Presenting at={at} moves={moves} skips={skips} linked={options.present} keysOn={keysOn} />
      )}
      <OpenedLayer />
    </LessonFacts>
  );
}

/** The actions available to the tags of the text. */
function useActions(): TextActions {
  const predict = useLesson((state) => state.predict);
  const point = useLesson((state) => state.point);
  return useMemo(
    () => ({ choose: (key, option) => predict(key, { kind: 'choice', option }), point }),
    [predict, point],
  );
}

/** The state that the tags of the text show. */
function useReading(
  chapter: string,
  step: string,
  question: string | null,
  hash: LessonReading['hash'],
  headlinePlace: HTMLElement | null,
): LessonReading {
  const memories = useLesson((state) => state.memories);
  const watching = useStore(
    ({ stage, start, playing, playhead, train }): LessonReading['watching'] => {
      if (stage === 'race' && start === 'on-request') return 'to-be-started';
      return stage === 'race' && playing && playhead < train.steps ? 'running' : 'no';
    },
  );
  // False on the first page shown, where the reader has not navigated.
  const [first] = useState(`${chapter}/${step}`);
  const [moved, setMoved] = useState(false);
  if (!moved && first !== `${chapter}/${step}`) setMoved(true);
  return useMemo(() => {
    const answerState = (key: string): AnswerState => {
      const { answer = null, revealed = false, outcome = null } = memories[key] ?? {};
      const option = answer?.kind === 'choice' ? answer.option : null;
      return { option, answered: answer !== null, revealed, outcome };
    };
    return {
      mode: 'page',
      chapter,
      step,
      question,
      answerState,
      watching,
      beside: (key, option) => <VoteBeside question={key} option={option} />,
      headlinePlace,
      focusTitle: moved,
      hash,
    };
  }, [chapter, step, question, hash, headlinePlace, memories, watching, moved]);
}
