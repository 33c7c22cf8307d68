import { decadeDomain, decadeTicks } from '../../charts/geometry/decades.ts';
import { shownLayers } from '../../charts/maps/shownLayers.ts';
import { depthOf } from './ByLayerFigure.tsx';
import { PaperPlot } from './PaperPlot.tsx';
import type { PaperTick } from './PaperPlot.tsx';
import type { PaperView } from './paperView.ts';

/** Height of the row for exact zero, as a share of the decades. */
const ROW = 0.1;
/** A size that a thousandth of the values has is drawn. */
const FAINTEST = 0.001;

/** The size at which a bin of `Magnitudes` begins: half octaves. */
const sizeOf = (bin: number): number => 2 ** (bin / 2);

/** How large one lane's values are: a column per layer, darker where more values have that size. */
export function SizesFigure({ view, lane }: { readonly view: PaperView; readonly lane: number }) {
  const { facts, stage, format, width } = view;
  const layers = facts.lanes[lane]?.layers ?? [];
  const depth = depthOf(view);
  const columns = layers.flatMap((stats) => {
    const summary = stats[stage.quantity];
    if (summary === null) return [];
    const { first, counts } = summary.magnitudes;
    const cells = Array.from(counts, (count, i) => ({
      bin: first + i,
      share: count / Math.max(1, summary.finite),
    })).filter(({ share }) => share > FAINTEST);
    return [{ layer: stats.layer, zero: summary.zero, cells }];
  });
  const axis = decadeDomain(columns.flatMap(({ cells }) => cells.map(({ bin }) => sizeOf(bin))));
  const span = (axis.hi - axis.lo) * (1 + ROW);
  const up = (size: number): number =>
    (Math.log10(size) - axis.lo + (axis.hi - axis.lo) * ROW) / span;
  const at = (layer: number): number => (layer - 0.5) / depth;
  const darkest = Math.max(...columns.flatMap(({ cells }) => cells.map(({ share }) => share)));
  return (
    <PaperPlot
      width={width}
      x={shownLayers(depth, 5).map((layer): PaperTick => [at(layer), format.integer(layer)])}
      y={[
        [0, format.integer(0)],
        ...decadeTicks(axis, 6).map((decade): PaperTick => [
          up(10 ** decade),
          format.plain(10 ** decade),
        ]),
      ]}
    >
      {({ x, y, w, h }) =>
        columns.map(({ layer, zero, cells }) => {
          const [left, wide] = [x + ((layer - 1) / depth) * w, (w / depth) * 0.75];
          return (
            <g key={layer} transform={`translate(${left + wide / 6} 0)`}>
              {cells.map(({ bin, share }) => {
                const [top, end] = [up(sizeOf(bin + 1)), up(sizeOf(bin))];
                return (
                  <rect
                    key={bin}
                    x={0}
                    y={y + (1 - top) * h}
                    width={wide}
                    height={(top - end) * h}
                    data-grey
                    fillOpacity={(0.1 + 0.9 * (share / darkest)).toFixed(2)}
                  />
                );
              })}
              {zero > FAINTEST && (
                <rect x={0} y={y + h - 7} width={wide} height={7} data-grey fillOpacity={zero} />
              )}
            </g>
          );
        })
      }
    </PaperPlot>
  );
}
