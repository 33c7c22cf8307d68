import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { FactsProvider } from '../../lessons/lessonContext.ts';
import { useLesson } from '../../store/lesson/lessonStore.ts';
import { useStore } from '../../store/store.ts';
import { outcomeOf } from './outcomeOf.ts';
import type { LessonStep } from './useLessonStep.ts';
import { useStageFacts } from './useStageFacts.ts';

interface LessonFactsProps {
  readonly at: LessonStep;
  readonly children: ReactNode;
}

/** Provides the results on the stage to the text, and remembers the outcome of the step's question. */
export function LessonFacts({ at, children }: LessonFactsProps) {
  const facts = useStageFacts(at.stageKey);
  const told = useLesson((state) => state.memories[at.memory]);
  // Once a control has been moved, the stage no longer answers the step's question.
  const untouched = useStore((state) => state.lab === state.baseline);
  const conclude = useLesson((state) => state.conclude);
  const open = at.asks && at.revealed && untouched && told?.outcome == null;
  const outcome = open ? outcomeOf(at, facts, told?.answer ?? null) : null;
  useEffect(() => {
    if (outcome !== null) conclude(at.memory, outcome);
  }, [outcome, conclude, at.memory]);
  return <FactsProvider value={facts}>{children}</FactsProvider>;
}
