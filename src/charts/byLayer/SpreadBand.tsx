import type { LinearScale } from '../frame/plot.ts';
import { EndLabels } from '../frame/EndLabels.tsx';
import { BandGround } from './BandGround.tsx';
import { SpreadLine } from './SpreadLine.tsx';
import { infinityRow, logPlace, zeroRow } from '../geometry/logRows.ts';
import type { SpreadData, SpreadLane } from './spread.ts';

interface SpreadBandProps {
  readonly data: SpreadData;
  readonly sx: LinearScale;
  readonly sy: LinearScale;
  /** Limits of the names along y, in px; the edges of the plot by default. */
  readonly top?: number;
  readonly foot?: number;
  /** Where the leader lines to the names start along x, in px; without it, only names that were moved have one. */
  readonly tiedFrom?: number;
  /** How many powers of ten to label at most; without it none, because an axis labels them. */
  readonly labelled?: number;
}

/** The measured value where the lines differ most: the last one forward, the first one backward. */
export function endOf({ measured }: SpreadLane, direction: 'forward' | 'backward'): number | null {
  const there = (value: number | null): boolean => value !== null && !Number.isNaN(value);
  return (direction === 'forward' ? measured.findLast(there) : measured.find(there)) ?? null;
}

/** Written before the names of lanes that end outside of the decades. */
export function endLead(
  last: number | null,
  format: SpreadData['format'],
  words: Pick<SpreadData['words'], 'infinite'>,
): string {
  if (last === 0) return `${format.integer(0)} · `;
  return last === Infinity ? `${words.infinite} · ` : '';
}

/** The lanes' lines on a log axis: rules, the rows for 0 and ∞, and names where the lines differ most. */
export function SpreadBand(props: SpreadBandProps) {
  const { data, sx, sy, top, foot, tiedFrom, labelled } = props;
  const { lanes, direction, format, words, rem } = data;
  const backward = direction === 'backward';
  const has = (value: number): boolean => lanes.some((lane) => lane.measured.includes(value));
  return (
    <g>
      <BandGround
        sy={sy}
        side={backward ? 'right' : 'left'}
        lo={data.lo}
        hi={data.hi}
        strip={data.strip}
        reference={data.reference}
        zero={has(0)}
        infinite={has(Infinity)}
        labelled={labelled}
        rem={rem}
        format={format}
      />
      {lanes.map((lane) => (
        <SpreadLine key={lane.lane} lane={lane} data={data} sx={sx} sy={sy} />
      ))}
      <EndLabels
        rem={rem}
        side={backward ? 'left' : 'right'}
        top={top}
        foot={foot}
        tiedFrom={tiedFrom}
        labels={lanes.map((lane) => {
          const last = endOf(lane, direction);
          const at = logPlace(last, data);
          return {
            key: lane.lane,
            text: lane.name,
            lead: endLead(last, format, words),
            look: lane,
            y: at === null ? null : sy(Math.max(zeroRow(data), Math.min(infinityRow(data), at))),
          };
        })}
      />
    </g>
  );
}
