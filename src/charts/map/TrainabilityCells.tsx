import type { TrainabilityResult } from '../../engine/map/trainability.ts';
import { clipLine } from '../geometry/clipLine.ts';
import { linePath } from '../geometry/points.ts';
import type { Point } from '../geometry/points.ts';
import styles from './map.module.css';

export interface TrainabilityCellsProps {
  readonly depths: readonly number[];
  readonly weightVariances: readonly number[];
  readonly results: readonly TrainabilityResult[];
  /** Depths that theory predicts for each σ_w², ∞ on the critical line; `null` without a prediction, or before it. */
  readonly edge: {
    readonly weightVariance: readonly number[];
    readonly depths: readonly (number | null)[];
  } | null;
  readonly depthText: (depth: number) => string;
  readonly varianceText: (weightVariance: number) => string;
  /** Text in a cell; its argument is `null` for a cell that has not run yet. */
  readonly text: (result: TrainabilityResult | null) => string;
  readonly said: (
    depth: number,
    weightVariance: number,
    result: TrainabilityResult | null,
  ) => string;
  /** Link to the race of a cell. */
  readonly href: (depth: number, weightVariance: number) => string;
  readonly corner: string;
  readonly label: string;
}

function stateOf(result: TrainabilityResult | null): 'waiting' | 'never' | 'some' | 'always' {
  if (result === null) return 'waiting';
  if (result.learned === 0) return 'never';
  return result.learned === result.seeds ? 'always' : 'some';
}

/**
 * Position of a value on an uneven scale, interpolated between the centres of the cells; in cells from the edge of the
 * first one. Beyond the last cell the scale goes on as before it.
 */
function placeAmong(stops: readonly number[], value: number): number {
  const after = stops.findIndex((stop) => stop >= value);
  if (after < 0) {
    const [before = 0, last = 1] = stops.slice(-2);
    return stops.length - 0.5 + (value - last) / (last - before);
  }
  if (after === 0) return value >= (stops[0] ?? 0) ? 0.5 : (0.5 * value) / (stops[0] ?? 1);
  const [a = 0, b = 1] = stops.slice(after - 1, after + 1);
  return after - 0.5 + (value - a) / (b - a);
}

/** Rows are depths, columns are values of σ_w²; each cell links to a race, and a line is the depth theory predicts. */
export function TrainabilityCells(props: TrainabilityCellsProps) {
  const { depths, weightVariances, results } = props;
  const columns = weightVariances.length;
  const across = (props.edge?.weightVariance ?? []).map((each) =>
    placeAmong(weightVariances, each),
  );
  const down = (props.edge?.depths ?? []).map((depth) =>
    depth === null ? null : placeAmong(depths, depth),
  );
  // The prediction may leave the depths that are trained; it is not drawn along their edge.
  const parts = clipLine(down, 0, depths.length).parts.map((part) =>
    part.map(({ index, value }): Point => {
      const [from = 0, to = from] = across.slice(Math.floor(index));
      return [from + (index % 1) * (to - from), value];
    }),
  );
  const exits = parts
    .flatMap((part) => [part[0], part.at(-1)])
    .flatMap((end) => (end !== undefined && end[1] >= depths.length - 1e-6 ? [end[0]] : []));
  return (
    <div className={styles['cells']} dir="ltr">
      <table aria-label={props.label}>
        <thead>
          <tr>
            <th scope="col">
              <bdi>{props.corner}</bdi>
            </th>
            {weightVariances.map((variance) => (
              <th key={variance} scope="col">
                {props.varianceText(variance)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {depths.map((depth) => (
            <tr key={depth}>
              <th scope="row">{props.depthText(depth)}</th>
              {weightVariances.map((variance) => {
                const result =
                  results.find(
                    (each) => each.depth === depth && each.weightVariance === variance,
                  ) ?? null;
                const said = props.said(depth, variance, result);
                return (
                  <td key={variance}>
                    <a
                      className={styles['cell']}
                      data-state={stateOf(result)}
                      data-cell={`${depth} ${variance}`}
                      href={props.href(depth, variance)}
                      aria-label={said}
                      title={said}
                    >
                      {props.text(result)}
                    </a>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <svg
        className={styles['edge']}
        viewBox={`0 0 ${columns} ${depths.length}`}
        preserveAspectRatio="none"
        aria-hidden
      >
        <path
          d={parts.map(edgePath).join('')}
          transform="scale(0.01)"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {exits.map((place) => (
        <span
          key={place}
          className={styles['deeper']}
          style={{
            insetInlineStart: `calc(var(--side) + (100% - var(--side)) * ${place / columns})`,
          }}
          aria-hidden
        >
          ▼
        </span>
      ))}
    </div>
  );
}

/** `linePath` rounds to a tenth, so a cell is 100 of its units wide. */
const edgePath = (points: readonly Point[]): string =>
  linePath(points.map((point) => [point[0] * 100, point[1] * 100]));
