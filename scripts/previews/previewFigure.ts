/** The figure on a preview image: the results of a question's or a chapter's experiment, computed by the engine. */
import type { LabLane } from '../../src/engine/lab/lab.ts';
import { parseQuery } from '../../src/engine/lab/query.ts';
import { printInitializer } from '../../src/engine/rules/spec.ts';
import { leftToRight } from '../../src/i18n/bidi.ts';
import { en } from '../../src/i18n/page/en.ts';
import { fa } from '../../src/i18n/page/fa.ts';
import { createFormat } from '../../src/i18n/format.ts';
import { raceEn } from '../../src/i18n/race/en.ts';
import { raceFa } from '../../src/i18n/race/fa.ts';
import type { Facts } from '../../src/lessons/facts/facts.ts';
import type { Stage } from '../../src/lessons/schema.ts';
import { raceName } from '../../src/panels/lanes/useRaceName.ts';

export interface PreviewFigure {
  readonly kind: Stage['kind'];
  /** The experiment's query, as in a link. */
  readonly query: string;
  readonly names: Readonly<Record<'en' | 'fa', readonly string[]>>;
  /** Per lane: the activations' root mean square per layer, or the loss per record; `null` if not finite. */
  readonly lanes: readonly (readonly (number | null)[])[];
}

const FORMATS = {
  en: createFormat('en', 'native', en.numbers),
  fa: createFormat('fa', 'native', fa.numbers),
} as const;

/** Four significant digits, more than a picture can show. */
const short = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(4)) : null;

/** The lanes' names; if a name is not unique, the initializer is written out as in a link. */
function laneNames(lanes: readonly LabLane[], language: 'en' | 'fa'): readonly string[] {
  const [words, race] = language === 'en' ? [en, raceEn] : [fa, raceFa];
  const names = lanes.map((lane) => raceName(lane, words, race, FORMATS[language]));
  const isVague = ({ initializer: { id } }: LabLane, name: string): boolean =>
    id === 'variance_scaling' || names.filter((each) => each === name).length > 1;
  return names.map((name, i) => {
    const lane = lanes[i];
    if (lane === undefined || !isVague(lane, name)) return name;
    const [, ...own] = name.split(' · ');
    return [leftToRight(printInitializer(lane.initializer)), ...own].join(' · ');
  });
}

/** The figure of a stage's results. */
export function previewFigure(
  { kind, query }: Pick<Stage, 'kind' | 'query'>,
  facts: Facts,
): PreviewFigure {
  const { lanes } = parseQuery(query, kind).lab;
  const numbers =
    kind === 'race'
      ? facts.races.map((run) => (run?.records ?? []).map(({ loss }) => loss))
      : facts.lanes.map((run) => (run?.layers ?? []).map(({ activations }) => activations.rms));
  return {
    kind,
    query,
    names: { en: laneNames(lanes, 'en'), fa: laneNames(lanes, 'fa') },
    lanes: numbers.map((values) => values.map(short)),
  };
}
