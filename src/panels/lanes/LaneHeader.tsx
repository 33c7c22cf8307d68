import { useContext, memo } from 'react';
import type { Outcome } from '../../engine/experiment/propagate.ts';
import { initializerNumbers } from '../../engine/rules/formula.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { architecture } from '../../engine/passes/architecture.ts';
import { useFormat, useWords } from '../../i18n/I18n.tsx';
import { isStale } from '../../store/state/selectors.ts';
import { problemOf } from '../../store/state/requests.ts';
import type { LaneProblem as Problem } from '../../store/state/requests.ts';
import type { LaneState } from '../../store/state/types.ts';
import { useLasting } from '../../store/late/useLasting.ts';
import { useLateLab, useLateLane } from '../../store/late/useLateStore.ts';
import { Formula } from '../../ui/Formula.tsx';
import { LaneHead } from './LaneHead.tsx';
import styles from './LaneHeader.module.css';
import { LaneAlias } from './laneAlias.ts';
import { laneName } from './laneNames.ts';
import { LaneNotes } from './LaneNotes.tsx';
import { LaneProblem } from './LaneProblem.tsx';
import { LateFacts } from './LateFacts.tsx';
import { useLateStep } from './useLateStep.ts';
import { Verdict } from './Verdict.tsx';

interface LaneHeaderProps {
  readonly index: number;
  /** Whether the lane can be changed here. */
  readonly editable: boolean;
}

/** `σ = 0.177` of `σ = … = 0.177`. */
function withoutDerivation(tex: string): string {
  const sides = tex.split(' = ');
  return [sides[0], sides.at(-1)].slice(0, sides.length).join(' = ');
}

const laneProblem = (lane: LaneState | undefined): Problem | null => problemOf(lane?.request);
const laneOutcome = (lane: LaneState | undefined): Outcome | null => lane?.shown?.outcome ?? null;
const isUnfinished = (lane: LaneState | undefined): boolean =>
  lane === undefined || isStale(lane) || lane.shown?.ms === null;

/** A lane's name, its formula with the numbers in it, its verdict, and the button that edits it. */
export const LaneHeader = memo(function LaneHeader({ index, editable }: LaneHeaderProps) {
  const words = useWords();
  const format = useFormat();
  const lab = useLateLab();
  const problem = useLateLane(index, laneProblem);
  const outcome = useLateLane(index, laneOutcome);
  const stale = useLasting(useLateLane(index, isUnfinished));
  const step = useLateStep(index);
  const alias = useContext(LaneAlias);
  const lane = lab.lanes[index];
  if (lane === undefined) return null;

  if (alias !== null) {
    return (
      <LaneHead index={index} name={alias(index)} editable={false} stale={stale}>
        {null}
      </LaneHead>
    );
  }
  const config = laneConfig(lab, lane);
  const { hidden } = architecture(config).value;
  const typical = hidden[1] ?? hidden[0] ?? { fanIn: config.width, fanOut: config.width };
  const { id, params } = lane.initializer;
  const name = laneName(lane, words, format);
  const numbers = initializerNumbers(id, params, typical.fanIn, typical.fanOut);
  return (
    <LaneHead index={index} name={name} editable={editable} stale={stale}>
      <p className={styles['formula']}>
        <span className={styles['whole']}>
          <Formula tex={numbers} />
        </span>
        <span className={styles['short']} aria-hidden>
          <Formula tex={withoutDerivation(numbers)} />
        </span>
      </p>
      {problem !== null ? (
        <LaneProblem index={index} problem={problem} />
      ) : step !== null ? (
        <LateFacts index={index} step={step} />
      ) : (
        <Verdict verdict={outcome?.verdict ?? null} />
      )}
      {outcome !== null && <LaneNotes config={config} outcome={outcome} />}
    </LaneHead>
  );
});
