import type { Summary } from '../../engine/types.ts';
import type { Format } from '../../i18n/format.ts';
import type { Words } from '../../i18n/page/en.ts';

/** One sentence about a layer, for screen readers. */
export function spokenLayer(layer: number, summary: Summary, words: Words, format: Format): string {
  const { count, finite, mean, std, zero } = summary;
  const n = format.integer(layer);
  const nonFinite = words.charts.spokenNonFinite(n, format.percent(1 - finite / count));
  if (finite === 0) return nonFinite;
  const said = words.charts.spokenLayer(
    n,
    format.plain(mean),
    format.plain(std),
    format.percent(zero),
  );
  return finite < count ? `${said} ${nonFinite}` : said;
}
