/** The results on the screen as a results file. */
import type { LaneRun } from '../../engine/experiment/results.ts';
import { experimentFile } from '../../engine/experiment/results.ts';
import { experimentCsv } from '../../engine/experiment/resultsCsv.ts';
import { trainingFile } from '../../engine/train/results.ts';
import { laneStatus } from '../state/selectors.ts';
import { useStore } from '../store.ts';

/** Finished lanes; one that is still computing or has failed has no results to export. */
function finished(): readonly LaneRun[] {
  const { lanes, build } = useStore.getState();
  return lanes.flatMap((lane): LaneRun[] => {
    const { shown } = lane;
    if (laneStatus(lane) !== 'done' || shown?.input == null || shown.outcome === null) return [];
    const { config, input, layers, outcome, ms } = shown;
    return [{ config, input, layers, outcome, elapsedMs: ms ?? 0, kernels: build ?? 'reference' }];
  });
}

/** Races that have ended, with those further seeds that have ended. */
export function exportRaceJson(): string {
  const ended = useStore.getState().races.flatMap(({ asked, records, outcome, manySeeds }) => {
    if (outcome === null) return [];
    const { config } = asked;
    const first = { ...outcome, seed: config.experiment.seed, records };
    return [{ config, runs: [first, ...(manySeeds?.results ?? [])] }];
  });
  const file = trainingFile(
    ended.map(({ config }) => config),
    ended.map(({ runs }) => runs),
  );
  return `${JSON.stringify(file)}\n`;
}

export const exportJson = (): string => `${JSON.stringify(experimentFile(finished()))}\n`;
export const exportCsv = (): string => experimentCsv(finished());
