import { useI18n } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import type { SpreadLane } from '../../charts/byLayer/spread.ts';
import { useLateStep } from '../lanes/useLateStep.ts';

/** Explains the dots, lines and bands that these lanes have in the chart. */
export function useSpreadCaption(lanes: readonly SpreadLane[]): string {
  const { words, format } = useI18n();
  const seeds = useStore((state) => state.lab.seeds);
  const step = useLateStep(0);
  const { charts } = words;
  const predicted = lanes.filter(({ theory }) => theory !== null).length;
  const lines =
    predicted === lanes.length
      ? charts.spreadCaption
      : predicted > 0
        ? charts.spreadPartCaption
        : step === null
          ? charts.spreadJoinedCaption
          : charts.spreadJoinedAt(format.integer(step));
  return seeds > 1 ? `${lines} ${charts.spreadBands(format.integer(seeds))}` : lines;
}
