import { ChartTip } from '../frame/ChartTip.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { useLayerHistogram } from './layerHistogramContext.ts';

/** Index of the bin that contains `value`. */
export function binAt(value: number, lo: number, hi: number, bins: number): number {
  return Math.max(0, Math.min(bins - 1, Math.floor(((value - lo) / (hi - lo)) * bins)));
}

/** Tooltip: the range of the bin, its count and its share. */
export function BinTip({ at }: { readonly at: number }) {
  const { summary, histogram, lo, hi, format, words } = useLayerHistogram();
  const bins = histogram.counts.length;
  const bin = binAt(at, lo, hi, bins);
  const count = histogram.counts[bin] ?? 0;
  const edge = (i: number) => format.number(lo + (i * (hi - lo)) / bins);
  const title = (
    <>
      <HtmlNumber text={edge(bin)} /> … <HtmlNumber text={edge(bin + 1)} />
    </>
  );
  const rows = [
    { key: 1, name: words.count, cells: [format.integer(count)] },
    { key: 2, name: words.share, cells: [format.percent(count / Math.max(1, summary.finite))] },
  ];
  return <ChartTip title={title} heads={[words.bin]} rows={rows} />;
}
