import { createContext } from 'react';
import type { ComponentType } from 'react';
import type { FigureNumbers } from './figureNumbers.ts';

export interface FigureToolsProps {
  /** The `data-chart` name of the figure, used for the file's name. */
  readonly chart: string;
  readonly numbers: FigureNumbers | undefined;
  /** Whether the table of numbers is shown. */
  readonly shown: boolean;
  readonly onShow: (shown: boolean) => void;
}

/** The menu that every figure offers; the page provides them, so that charts need no text for them. */
export const FigureTools = createContext<ComponentType<FigureToolsProps> | null>(null);
