import type { ReactNode } from 'react';
import type { FigureNumbers } from '../../charts/frame/figureNumbers.ts';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { useI18n } from '../../i18n/I18n.tsx';
import { useFigureNumbers } from './useFigureNumbers.ts';

/** One number of every layer: of a lane, or of its theory. */
export interface LayerColumn {
  readonly id: string;
  readonly title: string;
  /** By layer − 1; called only for a table that is open, or for a file. */
  readonly value: (index: number) => number | null | undefined;
  /** How a number is shown, if not as `format.number` has it. */
  readonly print?: (value: number) => ReactNode;
}

/** The numbers of a figure over the layers, one row for each; a dash where there is no number. */
export function useLayerNumbers(): (
  caption: string,
  layers: number,
  columns: readonly LayerColumn[],
) => FigureNumbers {
  const { words, format } = useI18n();
  const figureNumbers = useFigureNumbers();
  const number = (value: number) => <HtmlNumber text={format.number(value)} />;
  return (caption, layers, columns) => {
    const forEachLayer = <Row,>(row: (index: number) => Row): readonly Row[] =>
      Array.from({ length: layers }, (_, index) => row(index));
    return figureNumbers({
      caption,
      columns: [{ id: 'layer', title: words.charts.layerColumn }, ...columns],
      rows: () =>
        forEachLayer((index) => ({
          id: String(index),
          title: format.integer(index + 1),
          cells: columns.map(({ value: at, print = number }) => {
            const value = at(index);
            return value == null ? '–' : print(value);
          }),
        })),
      raw: () =>
        forEachLayer((index) => [index + 1, ...columns.map(({ value }) => value(index) ?? null)]),
    });
  };
}
