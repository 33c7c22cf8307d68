import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import styles from './strip.module.css';
import type { ChartSize } from '../types.ts';
import { useChartSize } from '../frame/useChartSize.ts';

export interface LaneCell {
  /** Width of one lane, and the root font size. */
  readonly size: ChartSize;
  readonly columns: number;
  /** Between lanes, in rem. */
  readonly gap: number;
  /** Whether lane `index` is leftmost and therefore has the layer numbers. */
  readonly leftmost: (index: number) => boolean;
}

interface LaneGridProps {
  readonly lanes: number;
  /** The page's direction: in a right-to-left page the first lane is at the right. */
  readonly dir: 'ltr' | 'rtl';
  /** Minimum width of a lane, in rem; rows that print their range need 12. */
  readonly narrowest?: number;
  /** Whether up to four lanes stand side by side even on a phone. */
  readonly tight?: boolean;
  /** About how high one lane is, in rem: what is kept for it until it is drawn. */
  readonly height?: number;
  /** Whether there is room for layer numbers left of the leftmost lane; true by default. */
  readonly gutter?: boolean;
  /** Renders one grid item per lane. */
  readonly children: (cell: LaneCell) => ReactNode;
}

/** In rem. */
const NARROWEST = 7.8;
const GAP = 1.25;
const TIGHTEST = 3.6;
const TIGHT_GAP = 0.5;
const MAX_TIGHT_LANES = 4;

/** Lanes as columns of equal width, split into several rows where they would be too narrow. */
export function LaneGrid(props: LaneGridProps) {
  const { lanes, dir, narrowest = NARROWEST, tight = false, gutter = true, children } = props;
  const { height = 17 } = props;
  const [room] = useState(() => {
    const columns = Math.max(1, Math.floor(innerWidth / 16 / (narrowest + GAP)));
    return `${tight ? height : height * Math.ceil(lanes / columns)}rem`;
  });
  const [ref, outer] = useChartSize(room);
  const cell = useMemo((): LaneCell | null => {
    if (outer === null || outer.width <= 0) return null;
    const { rem } = outer;
    const room = outer.width / rem;
    const most = Math.max(1, Math.floor((room + GAP) / (narrowest + GAP)));
    const tightened = (room - (lanes - 1) * TIGHT_GAP) / lanes >= TIGHTEST;
    const isTight = tight && tightened && lanes > most && lanes <= MAX_TIGHT_LANES;
    const gap = isTight ? TIGHT_GAP : GAP;
    const columns = isTight ? lanes : Math.ceil(lanes / Math.ceil(lanes / most));
    const width = Math.floor(((room - (columns - 1) * gap) / columns) * rem);
    const edge = dir === 'ltr' ? 0 : columns - 1;
    return {
      size: { ...outer, width },
      columns,
      gap,
      leftmost: (index) => index % columns === edge || (dir === 'rtl' && index === lanes - 1),
    };
  }, [outer, lanes, dir, narrowest, tight]);
  const gap = cell?.gap ?? GAP;
  return (
    <div
      ref={ref}
      dir={dir}
      data-gutter={gutter}
      data-tight={gap < GAP}
      className={styles['grid']}
      style={{
        gap: `${GAP * 1.2}rem ${gap}rem`,
        gridTemplateColumns: `repeat(${cell?.columns ?? 1}, minmax(0, 1fr))`,
      }}
    >
      {cell !== null && children(cell)}
    </div>
  );
}
