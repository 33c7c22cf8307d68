import { directionOf } from '../../i18n/bidi.ts';
import { placeReading, sharedLimit, squaresOf } from '../pictures/placeMaps.ts';
import type { PaperView } from './paperView.ts';
import styles from './paper.module.css';

const SIDE = 150;
/** Greys that a printer can tell apart. */
const GREYS = 8;

/** The mean squares of the last layer by place, darker where more is left; empty: the frames alone. */
export function PlacesFigure({ view }: { readonly view: PaperView }) {
  const { facts, names, isEmpty, format } = view;
  const limit = sharedLimit(
    facts.lanes.map((lane) => lane?.layers ?? []),
    'activations',
  );
  return (
    <div
      className={styles['columns']}
      style={{ gridTemplateColumns: `repeat(${names.length}, minmax(0, 1fr))` }}
    >
      {names.map((name, lane) => {
        const last = isEmpty ? undefined : facts.lanes[lane]?.layers.at(-1);
        const squares = squaresOf(last, 'activations') ?? [];
        const side = last?.places?.side ?? 1;
        const cell = SIDE / side;
        const reading = placeReading(last, 'activations');
        return (
          <div key={name} className={styles['map']}>
            <p dir={directionOf(name)}>{name}</p>
            <svg viewBox={`-1 -1 ${SIDE + 2} ${SIDE + 2}`} aria-hidden>
              {squares.map((square, i) => (
                <rect
                  // oxlint-disable-next-line react/no-array-index-key -- a place has no other name
                  key={i}
                  x={(i % side) * cell}
                  y={Math.floor(i / side) * cell}
                  width={cell}
                  height={cell}
                  data-grey
                  fillOpacity={Math.min(GREYS, Math.round((square / limit) * GREYS)) / GREYS}
                />
              ))}
              <path d={`M0,0H${SIDE}V${SIDE}H0Z`} data-axis />
            </svg>
            {reading !== null && (
              <p dir="ltr">{`${format.plain(reading.corner)} … ${format.plain(reading.middle)}`}</p>
            )}
          </div>
        );
      })}
    </div>
  );
}
