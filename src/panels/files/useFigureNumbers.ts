import type { FigureNumbers } from '../../charts/frame/figureNumbers.ts';
import { useWords } from '../../i18n/I18n.tsx';

/** A figure's numbers with the words of the button that opens them. */
export function useFigureNumbers(): (
  numbers: Omit<FigureNumbers, 'show' | 'hide'>,
) => FigureNumbers {
  const { numbers: show, hideNumbers: hide } = useWords().charts;
  return (numbers) => ({ show, hide, ...numbers });
}
