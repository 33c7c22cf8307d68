import { chartContext } from '../frame/chartContext.ts';
import type { ChartFormat, LaneMark } from '../types.ts';

/** Shares 0 … 1, index = layer − 1; null: not measured yet. */
export interface ShareLane extends LaneMark {
  readonly shares: readonly (number | null)[];
}

export interface ShareWords {
  readonly layer: (layer: number) => string;
  /** Column heading of the tooltip's numbers: `saturated`, `dead`. */
  readonly share: string;
}

interface ShareData {
  readonly lanes: readonly ShareLane[];
  readonly layers: number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: ShareWords;
  readonly focused: number | null;
}

export const [ShareProvider, useShares] = chartContext<ShareData>('ShareByLayer');
