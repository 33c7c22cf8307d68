/** The answer before it is shown: the step's results, computed in the speaker's own window. */
import { useEffect, useMemo, useState } from 'react';
import type { Facts } from '../../lessons/facts/facts.ts';
import { NO_FACTS } from '../../lessons/facts/facts.ts';
import { computeStages } from '../../store/lesson/stageResults.ts';
import { outcomeOf } from '../lesson/outcomeOf.ts';
import type { LessonStep } from '../lesson/useLessonStep.ts';

/** Wait a moment: a step that is only paged past is not computed. */
const PAUSE_MS = 400;

/** By the name a question is remembered under: its results do not change. */
const known = new Map<string, Facts>();

export interface Ahead {
  /** `null`: not computed yet, or unavailable. */
  readonly facts: Facts | null;
  readonly failed: boolean;
  /** The id of the right answer; `null` where it cannot be told, and of a sketch. */
  readonly right: string | null;
}

/** The answer of the open question; none for a step without a question, or whose race runs on request alone. */
export function usePrecomputedAnswer(at: LessonStep): Ahead {
  const { memory, asks, question, place } = at;
  const stage = question?.stage ?? place.step.revealed ?? place.step.stage;
  const waits = stage.start === 'on-request';
  const [done, setDone] = useState<{ readonly key: string; readonly facts: Facts | null }>();
  const facts = known.get(memory) ?? (done?.key === memory ? done.facts : null);
  useEffect(() => {
    if (!asks || waits || known.has(memory)) return undefined;
    const mine = new AbortController();
    const compute = async (): Promise<void> => {
      try {
        // One thread: the lesson's window computes the same stage, and goes first.
        const [results] = await computeStages([stage], () => undefined, mine.signal, 1);
        const found: Facts = { ...NO_FACTS, ...results };
        known.set(memory, found);
        setDone({ key: memory, facts: found });
      } catch {
        if (!mine.signal.aborted) setDone({ key: memory, facts: null });
      }
    };
    const timer = setTimeout(() => void compute(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      mine.abort();
    };
  }, [asks, waits, memory, stage]);
  return useMemo(() => {
    const outcome = facts === null ? null : outcomeOf(at, facts, null);
    const failed = waits || (done?.key === memory && done.facts === null);
    return { facts, failed, right: typeof outcome === 'string' ? outcome : null };
  }, [at, facts, done, memory, waits]);
}
