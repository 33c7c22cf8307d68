import { chartContext } from '../frame/chartContext.ts';
import type { ChartFormat } from '../types.ts';
import type { SpreadLane, SpreadWords } from './spread.ts';

interface SimilarityData {
  /** Cosines, −1 … 1. */
  readonly lanes: readonly SpreadLane[];
  readonly layers: number;
  readonly ticks: readonly number[];
  readonly rem: number;
  readonly format: ChartFormat;
  readonly words: Omit<SpreadWords, 'infinite'>;
  readonly focused: number | null;
}

export const [SimilarityProvider, useSimilarity] =
  chartContext<SimilarityData>('SimilarityByLayer');
