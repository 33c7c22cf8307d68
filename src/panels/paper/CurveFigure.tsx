import { curveReach } from '../../charts/activation/curveReach.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { PaperCurve } from './PaperCurve.tsx';
import type { PaperView } from './paperView.ts';

interface CurveFigureProps {
  readonly view: PaperView;
  readonly lane: number;
  readonly layer: number;
  /** End of the axis; by default as far as the sums reach. */
  readonly reach?: number;
}

/** A lane's activation, and under it the sums of one of its layers. */
export function CurveFigure({ view, lane, layer, reach }: CurveFigureProps) {
  const { lab, facts, isEmpty, width } = view;
  const mine = lab.lanes[lane];
  const sums = isEmpty ? null : (facts.lanes[lane]?.layers[layer - 1]?.preActivations ?? null);
  return (
    <PaperCurve
      width={width}
      act={(mine === undefined ? lab.settings : laneConfig(lab, mine)).act}
      reach={reach ?? curveReach(sums)}
      sums={sums?.own ?? null}
    />
  );
}
