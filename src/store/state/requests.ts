/** The state of a lane’s request, for the lab and for races alike. */
import { LIMITS } from '../../engine/lab/config.ts';
import type { Cost } from '../../engine/passes/cost.ts';
import type { Client, RunError, RunId } from '../../worker/client.ts';

export interface TooLarge {
  readonly code: 'too-large';
  readonly cost: Cost;
}
export type LaneProblem = RunError | TooLarge;

export type { RunError } from '../../worker/client.ts';

/** Whether a run has ended follows from its replies, and is not stored here. */
export type Request =
  /** It is sent in the next turn. */
  | { readonly kind: 'wanted' }
  | { readonly kind: 'sent'; readonly runId: RunId }
  /** It would not fit into memory, so it was not sent. */
  | { readonly kind: 'refused'; readonly problem: TooLarge }
  | { readonly kind: 'failed'; readonly runId: RunId; readonly problem: RunError }
  /** Stopped by the reader, or not started yet; results so far are kept. */
  | { readonly kind: 'stopped' };

/** The same lane from more than one seed. */
export interface ManySeeds<Result> {
  readonly runId: RunId;
  readonly results: readonly Result[];
}

/** What the lanes of the lab and those of a race have in common. */
interface AskedLane {
  readonly asked: { readonly key: string };
  readonly request: Request;
  readonly manySeeds: ManySeeds<unknown> | null;
}

export const WANTED: Request = { kind: 'wanted' };
export const STOPPED: Request = { kind: 'stopped' };
export const sent = (runId: RunId): Request => ({ kind: 'sent', runId });
export const refused = (cost: Cost): Request => ({
  kind: 'refused',
  problem: { code: 'too-large', cost },
});

/** Why a request was refused or has failed; `null` for any other. */
export const problemOf = (request: Request | undefined): LaneProblem | null =>
  request?.kind === 'refused' || request?.kind === 'failed' ? request.problem : null;

/** Whether results of the run belong to this request; those of a failed run still do. */
export const isRun = (request: Request, runId: RunId | undefined): boolean =>
  (request.kind === 'sent' || request.kind === 'failed') && request.runId === runId;

/** Whether nothing has to be requested: the lane was requested with this key, and is not wanted again. */
export const isCurrent = (lane: AskedLane, key: string): boolean =>
  lane.asked.key === key && lane.request.kind !== 'wanted';

/** `count` seeds from `first` on; after the largest comes 0. */
export const seedsFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => (first + i) % (LIMITS.seed.max + 1));

function runsOf(lanes: readonly AskedLane[]): readonly RunId[] {
  return lanes.flatMap(({ request, manySeeds }) => [
    ...(request.kind === 'sent' ? [request.runId] : []),
    ...(manySeeds === null ? [] : [manySeeds.runId]),
  ]);
}

/** Cancels runs that a change has dropped. Cancelling a run that has ended does nothing. */
export function cancelDropped(
  client: Client,
  before: readonly AskedLane[],
  after: readonly AskedLane[],
): void {
  if (before === after) return;
  const kept = new Set(runsOf(after));
  for (const runId of runsOf(before)) if (!kept.has(runId)) client.cancel(runId);
}

/** Calls `ask` for lanes that are done but lack many seeds; returns the same array if there are none. */
export function withManySeeds<Lane extends AskedLane>(
  lanes: readonly Lane[],
  isDone: (lane: Lane) => boolean,
  ask: (lane: Lane, index: number) => Lane,
): readonly Lane[] {
  const missing = (lane: Lane): boolean => lane.manySeeds === null && isDone(lane);
  return lanes.some(missing)
    ? lanes.map((lane, index) => (missing(lane) ? ask(lane, index) : lane))
    : lanes;
}
