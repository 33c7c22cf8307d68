/** The results on the stage, in the form that texts and questions use. */
import { useMemo } from 'react';
import { RECORD_EVERY } from '../../engine/train/testSet.ts';
import { NO_FACTS } from '../../lessons/facts/facts.ts';
import type { Facts, LaneFacts, RaceFacts } from '../../lessons/facts/facts.ts';
import { useLesson } from '../../store/lesson/lessonStore.ts';
import { laneStatus } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';
import type { LaneState, RaceLaneState } from '../../store/state/types.ts';

function laneFacts(lane: LaneState): LaneFacts | null {
  const { shown } = lane;
  if (laneStatus(lane) !== 'done' || shown?.outcome == null) return null;
  return { config: shown.config, layers: shown.layers, outcome: shown.outcome };
}

/** A race as far as it has been shown, so that nothing is revealed before its line is drawn. */
function raceFacts({ asked, records, outcome }: RaceLaneState, seen: number): RaceFacts {
  const { config } = asked;
  const over = seen >= config.train.steps;
  return {
    config,
    records: over ? records : records.filter(({ step }) => step <= seen),
    outcome: over ? outcome : null,
  };
}

/** The results of the stage with this key; none while another stage is shown. */
export function useStageFacts(stageKey: string): Facts {
  const staged = useStore((state) => state.staged === stageKey);
  const dials = useLesson((state) => state.dials);
  const lanes = useStore((state) => state.lanes);
  const races = useStore((state) => state.races);
  const race = useStore((state) => state.stage === 'race');
  // Changes only when there is a new record to show.
  const seen = useStore(({ revealed, train }) =>
    revealed >= train.steps ? train.steps : revealed - (revealed % RECORD_EVERY),
  );
  return useMemo(() => {
    if (!staged) return { ...NO_FACTS, dials };
    if (race) return { lanes: [], races: races.map((each) => raceFacts(each, seen)), dials };
    return { lanes: lanes.map(laneFacts), races: [], dials };
  }, [staged, race, lanes, races, seen, dials]);
}
