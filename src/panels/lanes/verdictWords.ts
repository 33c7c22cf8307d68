/** The verdict in words: a short form for the lane's head, and one or two sentences on request. */
import type { LaneVerdict, VerdictReason } from '../../engine/measure/verdict.ts';
import type { Words } from '../../i18n/page/en.ts';
import type { Format } from '../../i18n/format.ts';

/** The reason in a few words, for the lane's head. */
export function verdictShort(reason: VerdictReason, words: Words, format: Format): string {
  const { reasons } = words;
  switch (reason.kind) {
    case 'keeps':
      return reasons.keeps(format.plain(reason.std));
    case 'alike':
      return reasons.alike(format.plain(reason.similarity));
    case 'shrinks':
      return reason.halfEvery >= 1.5
        ? reasons.shrinksHalf(format.plain(Number(reason.halfEvery.toPrecision(2))))
        : reasons.shrinksEach(format.plain(reason.factor));
    case 'grows':
      return reasons.grows(format.plain(reason.factor));
    case 'overflows':
      return reasons.overflows(format.integer(reason.layer));
    case 'underflows':
      return reasons.underflows(format.integer(reason.layer));
    case 'saturates':
      return reasons.saturates(format.percent(reason.share), format.integer(reason.layer));
    case 'one-unit':
      return reason.distinct === 1
        ? reasons.oneUnit(format.integer(reason.units))
        : reasons.fewUnits(format.integer(reason.distinct), format.integer(reason.units));
    case 'all-zero':
      return reasons.allZero(format.integer(reason.layer));
    case 'no-layers':
      return words.charts.noLayers;
    case 'gradient-shrinks':
      return reasons.gradientShrinks(format.plain(reason.factor));
    case 'gradient-grows':
      return reasons.gradientGrows(format.plain(reason.factor));
  }
}

/** The reason in one or two sentences, with its numbers. */
export function verdictWhy({ reason }: LaneVerdict, words: Words, format: Format): string {
  const { why } = words;
  switch (reason.kind) {
    case 'keeps':
      return why.keeps(format.plain(reason.std), format.plain(reason.factor));
    case 'alike':
      return why.alike(format.plain(reason.std), format.plain(reason.similarity));
    case 'shrinks':
      return why.shrinks(format.plain(reason.factor), format.plain(reason.lastStd));
    case 'grows':
      return why.grows(format.plain(reason.factor), format.plain(reason.lastStd));
    case 'overflows':
      return why.overflows(format.integer(reason.layer), format.plain(reason.factor));
    case 'underflows':
      return why.underflows(format.integer(reason.layer), format.plain(reason.factor));
    case 'saturates':
      return why.saturates(format.percent(reason.share), format.integer(reason.layer));
    case 'one-unit':
      return why.oneUnit(
        format.integer(reason.distinct),
        format.integer(reason.units),
        format.integer(reason.layer),
      );
    case 'all-zero':
      return why.allZero(format.integer(reason.layer));
    case 'no-layers':
      return words.charts.noLayers;
    case 'gradient-shrinks':
      return why.gradientShrinks(format.plain(reason.factor), format.plain(reason.firstStd));
    case 'gradient-grows':
      return why.gradientGrows(format.plain(reason.factor), format.plain(reason.firstStd));
  }
}
