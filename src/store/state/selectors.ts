/** Questions about the state. They return stored references or plain values, never new objects. */
import { isRun, problemOf } from './requests.ts';
import type { LaneState, RaceLaneState, RunStatus, State } from './types.ts';

/** Derived from what was asked and what is shown, never stored. */
export function laneStatus({ request, shown }: LaneState): RunStatus {
  if (problemOf(request) !== null) return 'failed';
  return isRun(request, shown?.runId) && shown?.ms != null ? 'done' : 'running';
}

function raceStatus({ request, outcome }: RaceLaneState): RunStatus {
  if (problemOf(request) !== null) return 'failed';
  if (outcome !== null) return 'done';
  return request.kind === 'stopped' ? 'idle' : 'running';
}

/** More seeds belong to the run; the playhead does not. */
export function runStatus({ lanes, lab, stage, races }: State): RunStatus {
  const raced = stage === 'race';
  const all = new Set<RunStatus>(raced ? races.map(raceStatus) : lanes.map(laneStatus));
  const some = raced ? races : lanes;
  const drawing =
    raced &&
    races.some(({ manySeeds }) => manySeeds !== null && manySeeds.results.length < lab.seeds - 1);
  if (some.length < lab.lanes.length || all.has('running') || drawing) return 'running';
  if (all.has('failed')) return 'failed';
  return all.has('idle') ? 'idle' : 'done';
}

/** The picture is of an older config than the one asked for. */
export const isStale = ({ request, shown }: LaneState): boolean =>
  shown !== null && !isRun(request, shown.runId);
