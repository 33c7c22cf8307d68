import { laneConfig } from '../../engine/lab/lab.ts';
import { netCorner } from '../../engine/lecture/netCorner.ts';
import { largest, weightAt } from '../../charts/net/netMark.ts';
import type { PaperView } from './paperView.ts';

const UNITS = 8;
const CELL = 20;

interface WeightsFigureProps {
  readonly view: PaperView;
  readonly lane: number;
  readonly layer: number;
}

/** A corner of a weight matrix: squares as large as |w|, filled where w is negative. One row per unit. */
export function WeightsFigure({ view: { lab }, lane: index, layer }: WeightsFigureProps) {
  const lane = lab.lanes[index];
  if (lane === undefined) return null;
  const net = netCorner(laneConfig(lab, lane), { units: UNITS, layers: layer });
  const found = net.kind === 'net' ? net.layers[layer - 1] : undefined;
  if (found === undefined) return null;
  const limit = largest([found]);
  return (
    <svg
      viewBox={`0 0 ${found.cols * CELL} ${found.rows * CELL}`}
      style={{ maxInlineSize: `${found.cols * CELL}px` }}
      aria-hidden
    >
      {Array.from({ length: found.rows * found.cols }, (_, i) => {
        const [row, col] = [Math.floor(i / found.cols), i % found.cols];
        const weight = weightAt(found, row + 1, col + 1);
        const side = (CELL - 4) * Math.sqrt(Math.abs(weight) / limit);
        return (
          <rect
            key={i}
            x={col * CELL + (CELL - side) / 2}
            y={row * CELL + (CELL - side) / 2}
            width={side}
            height={side}
            data-weight={weight < 0 ? 'negative' : 'positive'}
          />
        );
      })}
    </svg>
  );
}
