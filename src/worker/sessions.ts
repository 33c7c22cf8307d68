/** The races this thread keeps, so that they can be continued and inspected. */
import type { Kernels } from '../engine/kernels.ts';
import { OutOfMemory } from '../engine/kernels.ts';
import type { TrainConfig } from '../engine/train/config.ts';
import type { Session } from '../engine/train/session.ts';
import { createSession } from '../engine/train/session.ts';

/** A session and its kernels, whose memory it does not share. */
export interface Kept {
  readonly session: Session;
  readonly kernels: Kernels;
}

export interface Sessions {
  /** The session of a config; begins one if there is none. Throws OutOfMemory. */
  readonly of: (config: TrainConfig) => Kept;
}

/** Keeps the `most` most recently used sessions; if memory runs out, only the requested one. */
export function createSessions(create: () => Kernels, most: number): Sessions {
  const kept = new Map<string, Kept>();

  function begin(config: TrainConfig): Kept {
    const kernels = create();
    return { session: createSession(config, kernels), kernels };
  }

  return {
    of(config) {
      const key = JSON.stringify(config);
      let found = kept.get(key);
      kept.delete(key);
      if (found === undefined) {
        for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size + 1 - most))) {
          kept.delete(old);
        }
        try {
          found = begin(config);
        } catch (problem) {
          if (!(problem instanceof OutOfMemory) || kept.size === 0) throw problem;
          kept.clear();
          found = begin(config);
        }
      }
      kept.set(key, found);
      return found;
    },
  };
}
