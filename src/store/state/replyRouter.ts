/** One pool of threads for several clients: each gets the replies to its own runs only. */
import type { Client, Reply, RunId } from '../../worker/client.ts';

type Hear = (replies: readonly Reply[]) => void;

export interface ReplyRouter {
  /** A client whose runs report only to `hear`. */
  readonly clientFor: (hear: Hear) => Client;
  readonly onReplies: Hear;
}

const ENDS: ReadonlySet<Reply['type']> = new Set(['done', 'failed', 'cancelled']);

export function createReplyRouter(client: Client): ReplyRouter {
  const owners = new Map<RunId, Hear>();
  return {
    clientFor: (hear) => ({
      ...client,
      run: (lane, job) => {
        const runId = client.run(lane, job);
        owners.set(runId, hear);
        return runId;
      },
    }),
    onReplies: (replies) => {
      const batches = new Map<Hear, Reply[]>();
      for (const reply of replies) {
        const owner = owners.get(reply.runId);
        if (owner === undefined) continue;
        const batch = batches.get(owner) ?? [];
        batch.push(reply);
        batches.set(owner, batch);
        if (ENDS.has(reply.type)) owners.delete(reply.runId);
      }
      for (const [hear, batch] of batches) hear(batch);
    },
  };
}
