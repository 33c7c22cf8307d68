/** The races this thread keeps, so that they can be continued and inspected. */
import type { Kernels } from '../engine/kernels.ts';
import { OutOfMemory } from '../engine/kernels.ts';
import type { TrainConfig } from '../engine/train/config.ts';
import type { Session, SessionState } from '../engine/train/session.ts';
import { createSession } from '../engine/train/session.ts';
import { EARLY_STEPS } from '../engine/train/testSet.ts';

/** A session and its kernels, whose memory it does not share. */
export interface Kept {
  readonly session: Session;
  readonly kernels: Kernels;
}

export interface Sessions {
  /** The session of a config; if there is none, continues `from` or begins one. Throws OutOfMemory. */
  readonly of: (config: TrainConfig, from?: SessionState | null) => Kept;
  /** Forgets the session of a config and returns it, to be continued elsewhere; `null` if there is none. */
  readonly handOver: (config: TrainConfig) => SessionState | null;
}

/** Keeps the `most` most recently used sessions; if memory runs out, only the requested one. */
export function createSessions(create: () => Kernels, most: number): Sessions {
  const kept = new Map<string, Kept>();

  function begin(config: TrainConfig, from: SessionState | null): Kept {
    const kernels = create();
    return { session: createSession(config, kernels, { early: EARLY_STEPS, from }), kernels };
  }

  return {
    of(config, from = null) {
      const key = JSON.stringify(config);
      let found = kept.get(key);
      kept.delete(key);
      if (found === undefined) {
        for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size + 1 - most))) {
          kept.delete(old);
        }
        try {
          found = begin(config, from);
        } catch (problem) {
          if (!(problem instanceof OutOfMemory) || kept.size === 0) throw problem;
          kept.clear();
          found = begin(config, from);
        }
      }
      kept.set(key, found);
      return found;
    },
    handOver(config) {
      const key = JSON.stringify(config);
      const state = kept.get(key)?.session.handOver() ?? null;
      kept.delete(key);
      return state;
    },
  };
}
