/** Questions about the state. They return stored references or plain values, never new objects. */
import type { LaneState, RaceLaneState, RunStatus, State } from './types.ts';

/** Derived from what was asked and what is shown, never stored. */
export function laneStatus({ asked, shown, problem }: LaneState): RunStatus {
  if (problem !== null) return 'failed';
  if (asked === null) return 'idle';
  return shown?.runId === asked.runId && shown.ms !== null ? 'done' : 'running';
}

function raceStatus({ asked, outcome, problem, stopped }: RaceLaneState): RunStatus {
  if (problem !== null) return 'failed';
  if (outcome !== null) return 'done';
  return asked === null || stopped ? 'idle' : 'running';
}

/** More seeds belong to the run; the playhead does not. */
export function runStatus({ lanes, lab, stage, races }: State): RunStatus {
  if (stage === 'race') {
    const all = new Set(races.map(raceStatus));
    const drawing = races.some(
      ({ seeds, stopped }) => !stopped && seeds !== null && seeds.runs.length < lab.seeds - 1,
    );
    if (races.length < lab.lanes.length || all.has('running') || drawing) return 'running';
    if (all.has('failed')) return 'failed';
    return all.has('idle') ? 'idle' : 'done';
  }
  if (lanes.length < lab.lanes.length) return 'running';
  const all = new Set(lanes.map(laneStatus));
  if (all.has('running')) return 'running';
  if (all.has('failed')) return 'failed';
  return all.has('idle') ? 'idle' : 'done';
}

/** The picture is of an older config than the one asked for. */
export const isStale = ({ asked, shown }: LaneState): boolean =>
  asked !== null && shown !== null && asked.runId !== shown.runId;
