import { chartContext } from '../frame/chartContext.ts';
import type { SpreadData } from './spread.ts';

export const [SpreadProvider, useSpread] = chartContext<SpreadData>('SpreadByLayer');
