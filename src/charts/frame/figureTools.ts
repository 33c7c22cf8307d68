import { createContext } from 'react';
import type { ComponentType } from 'react';
import type { FigureNumbers } from './figureNumbers.ts';

export interface FigureToolsProps {
  /** The hook's name, for the file's. */
  readonly chart: string;
  readonly numbers: FigureNumbers | undefined;
}

/** What every figure offers beside its numbers; the page says what, so that a chart needs no words for it. */
export const FigureTools = createContext<ComponentType<FigureToolsProps> | null>(null);
