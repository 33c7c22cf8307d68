/** The numbers of every layer of every lane, as a table. */
import { createElement } from 'react';
import type { TableColumn, TableRow } from '../charts/NumberTable.tsx';
import { HtmlNumber } from '../charts/PrintedNumber.tsx';
import type { Quantity } from '../engine/types.ts';
import type { Words } from '../i18n/en.ts';
import type { Format } from '../i18n/format.ts';
import { useStore } from '../store/store.ts';
import { laneName } from './laneMarks.ts';

interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: () => readonly TableRow[];
}

/** Reads the store when it is opened: one row a lane and layer. */
export function lanesTable(words: Words, format: Format, quantity: Quantity): Table {
  const { charts } = words;
  const number = (value: number) => createElement(HtmlNumber, { text: format.number(value) });
  const columns: readonly TableColumn[] = [
    { id: 'layer', title: charts.layerColumn },
    { id: 'lane', title: charts.laneColumn },
    { id: 'mean', title: charts.mean },
    { id: 'std', title: charts.std },
    { id: 'min', title: charts.min },
    { id: 'median', title: charts.median },
    { id: 'max', title: charts.max },
    { id: 'zero', title: charts.zero },
    { id: 'saturated', title: charts.saturated },
    { id: 'finite', title: charts.finite },
    { id: 'distinct', title: charts.distinct },
  ];
  return {
    columns,
    rows: () => {
      const { lab, lanes } = useStore.getState();
      return lanes.flatMap(({ shown }, index) => {
        const lane = lab.lanes[index];
        const name = lane === undefined ? '' : laneName(lane, words, format);
        return (shown?.layers ?? []).flatMap((stats) => {
          const summary = stats[quantity];
          if (summary === null) return [];
          const { mean, std, min, max, zero, saturated, quantiles, finite, count } = summary;
          return [
            {
              id: `${index}-${stats.layer}`,
              title: format.integer(stats.layer),
              cells: [
                name,
                number(mean),
                number(std),
                number(min),
                number(quantiles[2] ?? Number.NaN),
                number(max),
                format.percent(zero),
                format.percent(saturated),
                format.percent(finite / count),
                format.integer(stats.distinctUnits),
              ],
            },
          ];
        });
      });
    },
  };
}
