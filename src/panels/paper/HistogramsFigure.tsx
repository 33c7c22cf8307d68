import { steppedReach } from '../../charts/geometry/steppedReach.ts';
import { shownLayers } from '../../charts/maps/shownLayers.ts';
import {
  barPath,
  nonZeroCounts,
  stepPath,
  zeroCount,
} from '../../charts/geometry/histogramPath.ts';
import { sharedDomains } from '../../engine/lab/domains.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import type { Histogram, Summary } from '../../engine/types.ts';
import { directionOf } from '../../i18n/bidi.ts';
import { depthOf } from './ByLayerFigure.tsx';
import type { PaperView } from './paperView.ts';
import styles from './paper.module.css';

const HEIGHT = 196;
const FOOT = 24;
const LABELS = 24;
const GAP = 14;
const MAX_ROWS = 10;

interface HistogramsFigureProps {
  readonly view: PaperView;
  /** Draws to the ends of the values, which the shared scale may cut off. */
  readonly isWhole?: boolean;
}

/** Histograms of the stage's quantity: one column per lane, one row per layer, all on one scale. */
export function HistogramsFigure({ view, isWhole = false }: HistogramsFigureProps) {
  const { facts, names, lab, stage, isEmpty, format, width } = view;
  const columns = names.length;
  const whole = width === 'whole' ? 600 : 290;
  const each = (whole - GAP * (columns - 1)) / columns;
  const rows = shownLayers(depthOf(view), MAX_ROWS);
  const height = rows.length === 1 ? 110 : HEIGHT;
  const pitch = (height - 4) / rows.length;
  const summaries = facts.lanes.flatMap((lane) => lane?.layers[0]?.[stage.quantity] ?? []);
  const reach = steppedReach(Math.max(...summaries.flatMap(({ min, max }) => [-min, max])));
  const [lo, hi] =
    isWhole && summaries.length > 0
      ? [-reach, reach]
      : sharedDomains(lab.lanes.map((lane) => laneConfig(lab, lane)))[stage.quantity];
  return (
    <div
      className={styles['columns']}
      dir="ltr"
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
    >
      {names.map((name, lane) => {
        const left = lane === 0 ? LABELS : LABELS / 2;
        const right = each - 12;
        const at = (value: number): number => left + ((value - lo) / (hi - lo)) * (right - left);
        return (
          <div key={name}>
            <p dir={directionOf(name)}>{name}</p>
            <svg viewBox={`0 0 ${each} ${height + FOOT}`} aria-hidden>
              {[lo, (lo + hi) / 2, hi].map((value) => (
                <g key={value}>
                  <line x1={at(value)} x2={at(value)} y1={0} y2={height} data-rule />
                  <text x={at(value)} y={height + 17} textAnchor="middle">
                    {format.plain(value)}
                  </text>
                </g>
              ))}
              {rows.map((layer, i) => {
                const base = 4 + (i + 1) * pitch;
                const summary = isEmpty
                  ? null
                  : (facts.lanes[lane]?.layers[layer - 1]?.[stage.quantity] ?? null);
                return (
                  <g key={layer}>
                    <path d={`M${left},${base}H${right}`} data-axis />
                    {lane === 0 && rows.length > 1 && (
                      <text x={left - 5} y={base - 1} textAnchor="end">
                        {format.integer(layer)}
                      </text>
                    )}
                    {summary !== null && (
                      <Row
                        summary={summary}
                        histogram={isWhole ? summary.own : summary.shared}
                        at={at}
                        place={{ left, right, base, height: pitch * 0.88 }}
                        zeros={i === 0 || i === rows.length - 1 ? format.percent : null}
                      />
                    )}
                  </g>
                );
              })}
            </svg>
          </div>
        );
      })}
    </div>
  );
}

interface RowProps {
  readonly summary: Summary;
  readonly histogram: Histogram;
  readonly at: (value: number) => number;
  readonly place: {
    readonly left: number;
    readonly right: number;
    readonly base: number;
    readonly height: number;
  };
  /** Prints the share of exact zeros; null in most rows, where it would only repeat. */
  readonly zeros: ((share: number) => string) | null;
}

function Row({ summary, histogram, at, place, zeros }: RowProps) {
  const { base, height, right } = place;
  if (summary.finite < summary.count) {
    return (
      <text x={right} y={base - 3} textAnchor="end">
        ∞
      </text>
    );
  }
  const { lo, hi, below, above } = histogram;
  const counts = nonZeroCounts(histogram, zeroCount(summary));
  const bars = [
    { x: at(0), share: summary.zero },
    { x: place.left, share: below / summary.finite },
    { x: place.right, share: above / summary.finite },
  ];
  return (
    <>
      <path d={stepPath(counts, { ...place, left: at(lo), right: at(hi) })} data-shape />
      <path
        d={bars.map(({ x, share }) => barPath(x - 1.5, 3, base, height * share)).join('')}
        data-solid
      />
      {zeros !== null && summary.zero > 0.005 && (
        <text x={right} y={base - 3} textAnchor="end">
          {`${zeros(summary.zero)} = 0`}
        </text>
      )}
    </>
  );
}
