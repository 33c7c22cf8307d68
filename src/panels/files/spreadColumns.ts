import type { SpreadLane } from '../../charts/byLayer/spread.ts';
import type { LayerColumn } from './useLayerNumbers.tsx';

/** The columns of lines over the layers: each lane's, and its theory's under the title `theory`. */
export const spreadColumns = (
  lanes: readonly SpreadLane[],
  theory: string,
  suffix: string = '',
): readonly LayerColumn[] =>
  lanes.flatMap((lane): readonly LayerColumn[] => {
    const id = `${lane.lane}${suffix}`;
    return [
      { id, title: lane.name, value: (index) => lane.measured[index] },
      { id: `${id}-theory`, title: theory, value: (index) => lane.theory?.[index] },
    ];
  });
