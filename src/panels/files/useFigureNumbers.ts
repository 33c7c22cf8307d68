import type { FigureNumbers } from '../../charts/frame/figureNumbers.ts';
import { useWords } from '../../i18n/I18n.tsx';

/** Adds to a figure's numbers the labels of the button that shows and hides them. */
export function useFigureNumbers(): (
  numbers: Omit<FigureNumbers, 'show' | 'hide'>,
) => FigureNumbers {
  const { numbers: show, hideNumbers: hide } = useWords().charts;
  return (numbers) => ({ show, hide, ...numbers });
}
