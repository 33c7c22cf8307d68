/** The lanes as charts of spread by layer draw them. */
import { useMemo } from 'react';
import type { SpreadLane } from '../../charts/byLayer/spread.ts';
import { spreadOf } from '../../engine/measure/spreadOf.ts';
import type { LayerStats } from '../../engine/types.ts';
import { isStale } from '../../store/state/selectors.ts';
import { useLateResults } from '../../store/late/useLateStore.ts';
import { useLaneMarks } from '../lanes/useLaneMarks.ts';
import { seedBandOf } from './seedBand.ts';

export type SpreadDirection = 'forward' | 'backward';

/** The spread between examples, in charts of the forward pass. */
export interface SpreadBetween {
  /** `beside` the spread of all outputs, or `instead` of that. */
  readonly place: 'beside' | 'instead';
  /** Its name on the axis, and at the end of its line. */
  readonly axis: string;
  readonly line: string;
}

const measuredOf = (stats: LayerStats | undefined, direction: SpreadDirection): number | null => {
  const summary = direction === 'forward' ? stats?.activations : stats?.gradients;
  return spreadOf(summary);
};

const theoryOf = (stats: LayerStats | undefined, direction: SpreadDirection): number | null => {
  const theory = stats?.theory ?? null;
  return direction === 'forward' ? (theory?.activationStd ?? null) : (theory?.gradientStd ?? null);
};

interface Wanted {
  readonly between?: SpreadBetween | undefined;
  /** Leaves out the lines of theory. */
  readonly measured?: true | undefined;
}

/** Spread of every layer of every lane; lanes of the spread between examples come after the others. */
export function useSpreadLanes(
  direction: SpreadDirection,
  { between, measured: measuredOnly }: Wanted,
): readonly SpreadLane[] {
  const marks = useLaneMarks();
  const states = useLateResults();
  return useMemo(() => {
    const whole = marks.map((mark): SpreadLane => {
      const state = states[mark.lane];
      const layers = state?.shown?.layers ?? [];
      const theory = measuredOnly === true ? [] : layers.map((stats) => theoryOf(stats, direction));
      return {
        ...mark,
        stale: state === undefined || isStale(state),
        measured: layers.map((stats) => measuredOf(stats, direction)),
        theory: theory.some((value) => value !== null) ? theory : null,
        seedBand: seedBandOf(state, direction === 'forward' ? 'activationStd' : 'gradientStd'),
      };
    });
    if (between === undefined) return whole;
    const parts = whole.map((lane): SpreadLane => {
      const layers = states[lane.lane]?.shown?.layers ?? [];
      const measured = layers.map(({ exampleStd }) => exampleStd);
      const part = { ...lane, measured, theory: null, seedBand: null };
      if (between.place === 'instead') return part;
      const name = whole.length === 1 ? between.line : `${lane.name} · ${between.line}`;
      return {
        ...part,
        lane: lane.lane + whole.length,
        name,
        dash: lane.dash === 'dotted' ? 'dash-dot' : 'dotted',
      };
    });
    return between.place === 'instead' ? parts : [...whole, ...parts];
  }, [marks, states, direction, between, measuredOnly]);
}
