/** The answer for the speaker before it is shown: the step's results, computed in the speaker's window. */
import { useEffect, useMemo, useState } from 'react';
import type { Facts } from '../../lessons/facts/facts.ts';
import { NO_FACTS } from '../../lessons/facts/facts.ts';
import { computeStages } from '../../store/lesson/stageResults.ts';
import { outcomeOf } from '../lesson/outcomeOf.ts';
import type { LessonStep } from '../lesson/useLessonStep.ts';

/** Delay before computing, so that steps that are only paged past are not computed. */
const PAUSE_MS = 400;

/** Results by the key under which a question is remembered; they do not change. */
const known = new Map<string, Facts>();

export interface Ahead {
  /** `null`: not yet computed, or unavailable. */
  readonly facts: Facts | null;
  readonly failed: boolean;
  /** The id of the right answer; `null` if it cannot be determined, and for a sketch. */
  readonly right: string | null;
}

/** The answer to the open question; none for a step without a question or with a race that runs on request only. */
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
        // One thread only: the lesson's window computes the same stage and has priority.
        const [results] = await computeStages([stage], () => undefined, mine.signal, {
          threads: 1,
        });
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
