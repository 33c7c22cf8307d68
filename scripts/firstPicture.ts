/**
 * The start page's first picture, for index.html: the river of the default lab, computed by the engine while building.
 * It is there before any script; the live river takes its place (src/app/views/Start.tsx).
 */
import type { Plugin } from 'vite';
import { bandPlace, riverRows, threadsOf } from '../src/charts/river/riverGeometry.ts';
import { decadeText } from '../src/charts/geometry/decades.ts';
import type { LinePlace } from '../src/charts/geometry/clipLine.ts';
import { lookData } from '../src/charts/types.ts';
import { runLab } from '../src/engine/experiment/runLane.ts';
import { DEFAULT_LAB } from '../src/engine/lab/config.ts';
import type { Lab } from '../src/engine/lab/lab.ts';
import type { Kernels } from '../src/engine/kernels.ts';
import { inOwnDirection } from '../src/i18n/bidi.ts';
import { createFormat } from '../src/i18n/format.ts';
import { en } from '../src/i18n/page/en.ts';
import { fa } from '../src/i18n/page/fa.ts';
import { createReference } from '../src/kernels/reference.ts';
import { fateOf } from '../src/panels/lanes/fateOf.ts';
import { laneLooks } from '../src/panels/lanes/laneLook.ts';
import { laneName } from '../src/panels/lanes/laneNames.ts';

const LANGUAGES = [
  { lang: 'en', words: en, format: createFormat('en', 'native', en.numbers) },
  { lang: 'fa', words: fa, format: createFormat('fa', 'native', fa.numbers) },
] as const;
type Language = (typeof LANGUAGES)[number];

/** Units of the drawing: those of a band's height, and of the distance between two layers. */
export const BAND_UNITS = 540;
export const LAYER_UNITS = 100;

/** `print` in both languages, each in an element of its own; the style sheet hides the other language's. */
const both = (tag: string, attributes: string, print: (language: Language) => string): string =>
  LANGUAGES.map(
    (language) => `<${tag} lang="${language.lang}"${attributes}>${print(language)}</${tag}>`,
  ).join('');

/** A line in whole units, from point to point by differences, which compress well. */
function unitPath(places: readonly LinePlace[], y: (decade: number) => number): string {
  const points = places.map(({ index, value }) => [Math.round(index * LAYER_UNITS), y(value)]);
  return points
    .map(([x = 0, at = 0], i) => {
      const [beforeX = 0, beforeAt = 0] = points[i - 1] ?? [];
      return i === 0 ? `M${x} ${at}` : `l${x - beforeX} ${at - beforeAt}`;
    })
    .join('');
}

/** The start page's lab; the picture needs nothing of the way back. */
const PICTURED_LAB: Lab = {
  ...DEFAULT_LAB,
  settings: { ...DEFAULT_LAB.settings, backward: false },
};

/** The markup of the picture. */
export function firstPicture(kernels: Kernels): string {
  const runs = runLab(PICTURED_LAB, kernels, () => 0);
  const lanes = runs.map(({ layers, input }, index) => ({
    lane: DEFAULT_LAB.lanes[index],
    threads: layers.map(({ exampleRms }) => exampleRms),
    input: input.rms,
  }));
  const rows = riverRows(lanes);
  const looks = laneLooks(DEFAULT_LAB.lanes);
  const y = (decade: number): number => Math.round(bandPlace(rows, decade) * BAND_UNITS);
  const layers = Math.max(...lanes.map(({ threads }) => threads.length));
  const width = (layers - 1) * LAYER_UNITS;
  const percent = (decade: number): string => `${(bandPlace(rows, decade) * 100).toFixed(1)}%`;
  const bands = lanes.map(({ lane, threads, input }, index) => {
    if (lane === undefined) throw new Error('a run without a lane');
    const lines = threadsOf(threads, rows);
    const paths = (parts: readonly (readonly LinePlace[])[]): string =>
      // Equal threads, such as those of zero weights, are one line.
      [...new Set(parts.map((part) => unitPath(part, y)))].join('');
    const inside = paths(lines.flatMap(({ parts }) => parts));
    const zero = paths(lines.map((line) => line.zero.filter((place) => place !== null)));
    const look = Object.entries(lookData(looks(index))).map(([key, value]) => ` ${key}="${value}"`);
    const ticks = [rows.lo, 0, rows.hi].map((decade) =>
      both('text', ` x="100%" y="${percent(decade)}" dy=".36em"`, ({ format }) => {
        const { base, exponent } = decadeText(decade, format);
        return exponent === null
          ? base
          : `${base}<tspan dy="-.5em" font-size="78%">${exponent}</tspan>`;
      }),
    );
    const rules = [rows.lo, rows.hi].map((decade) => `M0 ${y(decade)}h${width}`).join('');
    const name = both('text', ` x=".4rem" y="${percent(rows.hi)}" dy="1.05rem"`, (language) =>
      inOwnDirection(laneName(lane, language.words, language.format)),
    );
    const fate = both('text', ' x=".6rem" y="50%" dy=".36em"', ({ words, format }) =>
      inOwnDirection(fateOf(threads.at(-1) ?? [], input, words, format)),
    );
    return [
      `<div${look.join('')}>`,
      `<svg class="first-ticks">${ticks.join('')}</svg>`,
      '<svg class="first-plot">',
      `<svg viewBox="0 0 ${width} ${BAND_UNITS}" preserveAspectRatio="none">`,
      `<path class="first-rule" d="${rules}"/><path class="first-one" d="M0 ${y(0)}h${width}"/>`,
      `<path class="first-thread" d="${inside}${zero}"/></svg>`,
      `${name}</svg>`,
      `<svg class="first-fate">${fate}</svg>`,
      '</div>',
    ].join('');
  });
  const ends = [1, layers].map((layer) => both('span', '', ({ format }) => format.integer(layer)));
  return [
    `<div class="first-lead">${both('p', '', ({ words }) => words.start.lead)}</div>`,
    '<figure class="first-river">',
    `<div class="first-head">${both('h2', '', ({ words }) => words.start.river)}<i></i></div>`,
    `<div class="first-bands" dir="ltr">${bands.join('')}`,
    `<p class="first-ends"><span>${ends.join('</span><span>')}</span></p>`,
    `<p class="first-axis">${both('bdi', '', ({ words }) => words.charts.layerColumn)}</p></div>`,
    `${both('figcaption', '', ({ words }) => words.start.riverCaption)}</figure>`,
  ].join('');
}

/** Puts the picture where index.html has `<!-- first picture -->`. */
export function drawFirstPicture(): Plugin {
  return {
    name: 'first-picture',
    apply: 'build',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html.replace('<!-- first picture -->', () => firstPicture(createReference())),
    },
  };
}
