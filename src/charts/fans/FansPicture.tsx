import type { KeyboardEvent, PointerEvent } from 'react';
import { layoutOf, SIDES, TITLE_HEIGHT } from './fansLayout.ts';
import { isJoined } from './wiring.ts';
import type { Place, Side, Wiring } from './wiring.ts';
import styles from './fans.module.css';
import type { ChartSize } from '../types.ts';

interface FansPictureProps {
  readonly wiring: Wiring;
  readonly at: Place;
  readonly onAt: (at: Place) => void;
  readonly size: ChartSize;
  readonly titles: Readonly<Record<Side, string>>;
  /** `and 60 more`: the channels of a side that are not drawn. */
  readonly more: (count: number) => string;
  /** Describes the marked number and those it is connected to. */
  readonly label: string;
}

const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys walk the maps of a side as one column of rows; left and right change sides at the edge. */
function placeAfterKey(
  wiring: Wiring,
  at: Place,
  key: string,
  drawn: Readonly<Record<Side, number>>,
): Place {
  const [rows, columns] = MOVES[key] ?? [0, 0];
  const size = wiring.places[at.side];
  const column = at.column + columns;
  const other: Side = at.side === 'input' ? 'output' : 'input';
  if (column < 0 || column >= size) {
    const away = wiring.places[other];
    const inside = (value: number): number => Math.min(value, away - 1);
    return {
      side: other,
      channel: Math.min(at.channel, drawn[other] - 1),
      row: inside(at.row),
      column: column < 0 ? away - 1 : 0,
    };
  }
  const line = Math.max(0, Math.min(drawn[at.side] * size - 1, at.channel * size + at.row + rows));
  return { ...at, channel: Math.floor(line / size), row: line % size, column };
}

/** The input maps and the output maps; numbers connected to the marked one by a weight are dark. */
export function FansPicture({ wiring, at, onAt, size, titles, more, label }: FansPictureProps) {
  const { drawn, x, cell, step, end, height } = layoutOf(wiring, size);
  const places = SIDES.flatMap((side) =>
    Array.from({ length: drawn[side] * wiring.places[side] ** 2 }, (_, i): Place => {
      const n = wiring.places[side];
      return { side, channel: Math.floor(i / n ** 2), row: Math.floor(i / n) % n, column: i % n };
    }),
  );
  const corner = ({ side, channel, row, column }: Place): readonly [number, number] => [
    x[side] + channel * step[side].x + column * cell,
    TITLE_HEIGHT * size.rem + channel * step[side].y + row * cell,
  ];
  const isAt = (place: Place): boolean =>
    place.side === at.side &&
    place.channel === at.channel &&
    place.row === at.row &&
    place.column === at.column;
  const point = (event: PointerEvent<HTMLButtonElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const found = places.find((place) => {
      const [left, above] = corner(place);
      const [dx, dy] = [event.clientX - box.left - left, event.clientY - box.top - above];
      return dx >= 0 && dx < cell && dy >= 0 && dy < cell;
    });
    if (found !== undefined && !isAt(found)) onAt(found);
  };
  const walk = (event: KeyboardEvent<HTMLButtonElement>): void => {
    if (!Object.hasOwn(MOVES, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    onAt(placeAfterKey(wiring, at, event.key, drawn));
  };
  return (
    <button
      type="button"
      className={styles['maps']}
      dir="ltr"
      aria-label={label}
      data-control="fan-place"
      onPointerMove={point}
      onPointerDown={point}
      onKeyDown={walk}
    >
      <svg width={size.width} height={height} aria-hidden>
        {SIDES.map((side) => (
          <g key={side}>
            <text className={styles['title']} x={x[side]} y={size.rem}>
              {titles[side]}
            </text>
            {wiring.channels[side] > drawn[side] && (
              <text className={styles['more']} x={x[side]} y={end[side] + size.rem * 1.2}>
                {more(wiring.channels[side] - drawn[side])}
              </text>
            )}
          </g>
        ))}
        {places.map((place) => {
          const [left, above] = corner(place);
          const state = isAt(place) ? 'here' : isJoined(wiring, at, place) ? 'joined' : 'idle';
          return (
            <rect
              key={`${place.side}-${place.channel}-${place.row}-${place.column}`}
              className={styles['cell']}
              data-state={state}
              data-side={place.side}
              x={left + 0.5}
              y={above + 0.5}
              width={cell - 1}
              height={cell - 1}
            />
          );
        })}
      </svg>
    </button>
  );
}
