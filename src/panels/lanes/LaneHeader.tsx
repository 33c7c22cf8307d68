import { useContext, useDeferredValue, memo } from 'react';
import { initializerNumbers } from '../../engine/rules/formula.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { architecture } from '../../engine/passes/architecture.ts';
import { useFormat, useWords } from '../../i18n/I18n.tsx';
import { isStale } from '../../store/state/selectors.ts';
import { problemOf } from '../../store/state/requests.ts';
import { useStore } from '../../store/store.ts';
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

/** A lane's name, its formula with the numbers in it, its verdict, and the button that edits it. */
export const LaneHeader = memo(function LaneHeader({ index, editable }: LaneHeaderProps) {
  const words = useWords();
  const format = useFormat();
  const lab = useDeferredValue(useStore((state) => state.lab));
  const problem = useStore((all) => problemOf(all.lanes[index]?.request));
  const outcome = useStore((all) => all.lanes[index]?.shown?.outcome ?? null);
  const stale = useStore((all) => {
    const state = all.lanes[index];
    return state === undefined || isStale(state) || state.shown?.ms === null;
  });
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
