import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { RaceFrame } from './RaceFrame.tsx';
import { TrackMarks, TrackTip } from './TrackMarks.tsx';
import { TracksProvider } from './tracksContext.ts';
import type { TrackLane, TrackWords } from './tracksContext.ts';
import { decadeDomain } from '../geometry/decades.ts';
import { endMargin } from '../geometry/endLabels.ts';
import { heightOf } from '../geometry/heightOf.ts';
import styles from '../frame/chart.module.css';
import own from './tracks.module.css';
import type { ChartFormat, ChartSize } from '../types.ts';

export interface RaceTracksProps {
  readonly lanes: readonly TrackLane[];
  /** The last step of the race. */
  readonly steps: number;
  readonly chance: number;
  /** The selected step in all charts of the race. */
  readonly scrub: number | null;
  readonly onScrub: (step: number | null) => void;
  /** A picture of a lane's current network, `side` px wide; null where there is none. */
  readonly front: (lane: number, side: number) => ReactNode;
  readonly xTitle: ReactNode;
  readonly label: string;
  readonly size: ChartSize;
  readonly format: ChartFormat;
  readonly words: TrackWords;
}

/** Height of a lane with its track and thread, in rem. */
const ROW = 2.9;
const MIN_ROW = 2.2;
/** Size of the picture at the front of a track, in rem. */
const FRONT = 2.1;
/** Room right of the tracks for the note that a lane will not learn, in rem. */
const RIGHT = 3.6;

/**
 * The race as tracks: one per lane, which fills with its colour as its answers become right, with a picture of the
 * network at the front and a flag where it has learned. The thread under each track is the gradient of the first layer,
 * dotted where it is exactly 0.
 */
export function RaceTracks(props: RaceTracksProps) {
  const { lanes, steps, chance, scrub, size, format, words } = props;
  const { rem, width } = size;
  const { lo, hi } = decadeDomain(lanes.flatMap(({ gradients }) => gradients));
  const left = endMargin(
    lanes.map((lane) => lane.name),
    rem,
    width,
    size.type,
  );
  const row = Math.max(MIN_ROW * rem, heightOf(size, ROW));
  const foot = rem * 1.6;
  const top = rem * 0.6;
  const right = rem * RIGHT;
  const value = useMemo(
    () => ({ lanes, chance, lo, hi, scrub, rem, format, words }),
    [lanes, chance, lo, hi, scrub, rem, format, words],
  );
  const side = Math.round(Math.min(FRONT * rem, row * 0.72));
  const plot = width - left - right;
  const front =
    scrub === null
      ? null
      : left + Math.max(0, Math.min(1, scrub / Math.max(1, steps)) * plot - side);
  return (
    <TracksProvider value={value}>
      <div className={styles['chart']} dir="ltr">
        <RaceFrame
          steps={steps}
          width={width}
          height={Math.round(top + row * lanes.length + foot)}
          left={left}
          right={right}
          rem={rem}
          lo={0}
          hi={Math.max(1, lanes.length)}
          format={format}
          label={props.label}
          onScrub={props.onScrub}
          Marks={TrackMarks}
          Tip={TrackTip}
        />
        {front !== null &&
          lanes.map(({ lane }, i) => (
            <div
              key={lane}
              className={own['front']}
              style={{
                inlineSize: side,
                blockSize: side,
                transform: `translate(${front}px, ${top + row * (i + 0.03)}px)`,
              }}
            >
              {props.front(lane, side)}
            </div>
          ))}
        <p
          className={styles['axisTitle']}
          style={{ marginInlineStart: left, marginInlineEnd: right }}
        >
          <bdi>{props.xTitle}</bdi>
        </p>
      </div>
    </TracksProvider>
  );
}
