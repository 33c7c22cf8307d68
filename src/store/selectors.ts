/** Questions about the state. They return stored references or plain values, never new objects. */
import type { LaneState, RunStatus, State } from './types.ts';

/** Derived from what was asked and what is shown, never stored. */
export function laneStatus({ asked, shown, problem }: LaneState): RunStatus {
  if (problem !== null) return 'failed';
  if (asked === null) return 'idle';
  return shown?.runId === asked.runId && shown.ms !== null ? 'done' : 'running';
}

export function runStatus({ lanes, lab }: State): RunStatus {
  if (lanes.length < lab.lanes.length) return 'running';
  const all = new Set(lanes.map(laneStatus));
  if (all.has('running')) return 'running';
  if (all.has('failed')) return 'failed';
  return all.has('idle') ? 'idle' : 'done';
}

/** The picture is of an older config than the one asked for. */
export const isStale = ({ asked, shown }: LaneState): boolean =>
  asked !== null && shown !== null && asked.runId !== shown.runId;
