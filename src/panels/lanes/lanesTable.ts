/** The numbers of every layer of every lane, as a table. */
import { createElement } from 'react';
import type { FigureNumbers } from '../../charts/frame/figureNumbers.ts';
import type { TableColumn } from '../../charts/frame/NumberTable.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import type { LayerStats, Quantity, Summary } from '../../engine/types.ts';
import type { Words } from '../../i18n/page/en.ts';
import type { Format } from '../../i18n/format.ts';
import { useStore } from '../../store/store.ts';
import { laneName } from './laneNames.ts';

interface Measured {
  readonly lane: number;
  readonly name: string;
  readonly stats: LayerStats;
  readonly summary: Summary;
}

/** Every layer of every lane in which the quantity was measured. */
function measuredLayers(
  words: Words,
  format: Format,
  quantity: Quantity,
  alias: ((index: number) => string) | null,
): readonly Measured[] {
  const { lab, lanes } = useStore.getState();
  return lanes.flatMap(({ shown }, lane) => {
    const given = lab.lanes[lane];
    const name = given === undefined ? '' : (alias?.(lane) ?? laneName(given, words, format));
    return (shown?.layers ?? []).flatMap((stats) => {
      const summary = stats[quantity];
      return summary === null ? [] : [{ lane, name, stats, summary }];
    });
  });
}

const median = ({ quantiles }: Summary): number => quantiles[2] ?? Number.NaN;

/** One row per lane and layer. Reads the store when the table is opened. */
export function lanesTable(
  words: Words,
  format: Format,
  quantity: Quantity,
  alias: ((index: number) => string) | null,
): Pick<FigureNumbers, 'columns' | 'rows' | 'raw'> {
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
    rows: () =>
      measuredLayers(words, format, quantity, alias).map(({ lane, name, stats, summary }) => ({
        id: `${lane}-${stats.layer}`,
        title: format.integer(stats.layer),
        cells: [
          name,
          number(summary.mean),
          number(summary.std),
          number(summary.min),
          number(median(summary)),
          number(summary.max),
          format.percent(summary.zero),
          format.percent(summary.saturated),
          format.percent(summary.finite / summary.count),
          format.integer(stats.distinctUnits),
        ],
      })),
    raw: () =>
      measuredLayers(words, format, quantity, alias).map(({ name, stats, summary }) => {
        const { mean, std, min, max, zero, saturated, finite, count } = summary;
        const shares = [zero, saturated, finite / count];
        return [
          stats.layer,
          name,
          mean,
          std,
          min,
          median(summary),
          max,
          ...shares,
          stats.distinctUnits,
        ];
      }),
  };
}
