/** Selectors. They return stored references or primitive values, never new objects. */
import { isRun, problemOf } from './requests.ts';
import type { LaneState, RaceLaneState, RunStatus, State } from './types.ts';

/** Derived from the request and from what is shown; not stored. After a draft the whole run is still to come. */
export function laneStatus({ request, shown, draftOf }: LaneState): RunStatus {
  if (problemOf(request) !== null) return 'failed';
  if (draftOf !== null) return 'running';
  return isRun(request, shown?.runId) && shown?.ms != null ? 'done' : 'running';
}

function raceStatus({ request, outcome }: RaceLaneState): RunStatus {
  if (problemOf(request) !== null) return 'failed';
  if (outcome !== null) return 'done';
  return request.kind === 'stopped' ? 'idle' : 'running';
}

/** Status of all lanes, including many seeds; independent of the playhead. */
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

/** Whether the picture shows an older config than the one requested. */
export const isStale = ({ request, shown }: LaneState): boolean =>
  shown !== null && !isRun(request, shown.runId);
