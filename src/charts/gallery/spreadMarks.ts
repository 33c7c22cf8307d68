import type { SpreadLane } from '../byLayer/spread.ts';
import type { MockLane } from './lanes.ts';

/** Mock lanes in the form that the charts of spread take. */
export const spreadMarks = (lanes: readonly MockLane[], backward = false): readonly SpreadLane[] =>
  lanes.map(({ name, tone, dash, stds, layers }, lane) => {
    const measured = stds.map((std, i) => (layers[i]?.finite === 0 ? Infinity : std));
    const values = backward ? measured.toReversed() : measured;
    return {
      lane,
      name,
      tone,
      dash,
      stale: false,
      measured: values,
      theory: values.map((v, i) => v * (1 + 0.03 * Math.sin(i))),
      seedBand: null,
    };
  });

/** The same lanes, each with a band of seeds. */
export function withFan(lanes: readonly SpreadLane[]): readonly SpreadLane[] {
  return lanes.map((lane) => ({
    ...lane,
    seedBand: {
      low: lane.measured.map((v, i) => (v ?? 0) / (1.05 + i * 0.08)),
      median: lane.measured.map((v) => v ?? 0),
      high: lane.measured.map((v, i) => (v ?? 0) * (1.05 + i * 0.08)),
    },
  }));
}
