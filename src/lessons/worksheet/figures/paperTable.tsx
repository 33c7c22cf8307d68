/** How each panel of a stage is printed: one row each, so that a new panel needs one too. */
import type { ReactElement } from 'react';
import type { LayerStats } from '../../../engine/types.ts';
import type { FansWords } from '../../../i18n/fans/en.ts';
import type { HalfWords } from '../../../i18n/half/en.ts';
import type { LessonWords } from '../../../i18n/lesson/en.ts';
import type { Words } from '../../../i18n/page/en.ts';
import type { PicturesWords } from '../../../i18n/pictures/en.ts';
import type { RaceWords } from '../../../i18n/race/en.ts';
import type { SimilarityWords } from '../../../i18n/similarity/en.ts';
import type { WorksheetWords } from '../../../i18n/worksheet/en.ts';
import type { Stage, StagePanel } from '../../schema.ts';
import { ByLayerFigure, decadesOf, FLOAT32 } from '../../../panels/paper/ByLayerFigure.tsx';
import { HalfFigure } from '../../../panels/paper/HalfFigure.tsx';
import { HistogramsFigure } from '../../../panels/paper/HistogramsFigure.tsx';
import {
  DrawFigure,
  FansFigure,
  GaugesFigure,
  NetFigure,
  NeuronFigure,
} from '../../../panels/paper/InstrumentFigures.tsx';
import { LooksFigure } from '../../../panels/paper/LooksFigure.tsx';
import { LoopFigure } from '../../../panels/paper/LoopFigure.tsx';
import { CurveFigure } from '../../../panels/paper/CurveFigure.tsx';
import type { PaperView } from '../../../panels/paper/paperView.ts';
import { PlacesFigure } from '../../../panels/paper/PlacesFigure.tsx';
import { RaceFigure } from '../../../panels/paper/RaceFigure.tsx';
import { SizesFigure } from '../../../panels/paper/SizesFigure.tsx';
import { DecisionsFigure, PosterFigure } from '../../../panels/paper/TableFigures.tsx';
import { UnitsFigure } from '../../../panels/paper/UnitsFigure.tsx';
import { WeightsFigure } from '../../../panels/paper/WeightsFigure.tsx';

export interface PaperWords {
  readonly words: Words;
  readonly race: RaceWords;
  readonly lesson: LessonWords;
  readonly half: HalfWords;
  readonly fans: FansWords;
  readonly pictures: PicturesWords;
  readonly similarity: SimilarityWords;
  readonly paper: WorksheetWords;
}

export interface PaperRow<Panel> {
  /** The results it is drawn from; with `nothing` it can be printed before anything is computed. */
  readonly needs: 'lanes' | 'races' | 'both' | 'nothing';
  /** The task, where the picture is what a question asks for: then its empty axes are printed to draw on. */
  readonly task?: keyof WorksheetWords['draw'];
  /** Whether it needs the whole width of the sheet. */
  readonly isWide?: true;
  title(words: PaperWords, panel: Panel): string;
  axes?(
    words: PaperWords,
    stage: Stage,
    panel: Panel,
  ): { readonly y?: string; readonly x?: string };
  draw(view: PaperView, panel: Panel): ReactElement;
}

const forward = (stats: LayerStats): number => stats.activations.std;
const backward = (stats: LayerStats): number | null => stats.gradients?.std ?? null;
const between = (stats: LayerStats): number => stats.exampleStd;

const layerAxis = ({ paper }: PaperWords) => paper.axes.layer;
const stepAxis = ({ race }: PaperWords) => race.step;

type Of<Id extends StagePanel['id']> = Extract<StagePanel, { readonly id: Id }>;

/** `null`: text or a table of its own, or what the results do not hold (a net's answers over the plane). */
export const PAPER_PANELS: { readonly [Id in StagePanel['id']]: PaperRow<Of<Id>> | null } = {
  lanes: {
    needs: 'lanes',
    isWide: true,
    title: ({ paper }) => paper.titles.lanes,
    axes: ({ words }, { quantity }) => ({ y: words.quantities[quantity].name }),
    draw: (view) => <HistogramsFigure view={view} />,
  },
  spread: {
    needs: 'lanes',
    task: 'lines',
    title: ({ words: { charts } }, { direction }) =>
      direction === 'forward' ? charts.spreadForward : charts.spreadBackward,
    axes: (all, _, { direction }) => {
      const { spreadForwardY, spreadBackwardY } = all.words.charts;
      return { y: direction === 'forward' ? spreadForwardY : spreadBackwardY, x: layerAxis(all) };
    },
    draw: (view, { direction, between: of }) => {
      const each = direction === 'backward' ? backward : of === 'instead' ? between : forward;
      return (
        <ByLayerFigure view={view} plot={{ of: each, direction, axis: decadesOf(view, [each]) }} />
      );
    },
  },
  similarity: {
    needs: 'lanes',
    title: ({ similarity }) => similarity.title,
    axes: (all) => ({ y: all.similarity.y, x: layerAxis(all) }),
    draw: (view) => (
      <ByLayerFigure
        view={view}
        plot={{ of: ({ similarity }) => similarity, direction: 'forward', axis: 'share' }}
      />
    ),
  },
  loop: {
    needs: 'lanes',
    isWide: true,
    title: ({ words }) => words.charts.loop,
    axes: (all) => ({ x: layerAxis(all) }),
    draw: (view, { between: of }) => (
      <LoopFigure view={view} forward={of === 'instead' ? between : forward} backward={backward} />
    ),
  },
  curve: {
    needs: 'lanes',
    title: ({ words }) => words.charts.curve,
    axes: ({ paper }) => ({ x: paper.axes.sums }),
    draw: (view, { lane, layer }) => <CurveFigure view={view} lane={lane} layer={layer} />,
  },
  half: {
    needs: 'lanes',
    isWide: true,
    title: ({ half }) => half.title,
    draw: (view, { lane }) => <HalfFigure view={view} lane={lane} />,
  },
  magnitude: {
    needs: 'lanes',
    title: ({ words }) => words.charts.magnitude,
    axes: (all, { quantity }) => ({ y: all.words.quantities[quantity].name, x: layerAxis(all) }),
    draw: (view, { lane }) => {
      if (lane !== undefined) return <SizesFigure view={view} lane={lane} />;
      const plot = { of: forward, direction: 'forward', axis: FLOAT32 } as const;
      return <ByLayerFigure view={view} plot={plot} />;
    },
  },
  weights: {
    needs: 'nothing',
    title: ({ words }) => words.charts.weights,
    axes: ({ paper }) => ({ x: paper.axes.matrix }),
    draw: (view, { lane, layer }) => <WeightsFigure view={view} lane={lane} layer={layer} />,
  },
  draws: {
    needs: 'lanes',
    isWide: true,
    title: ({ lesson }) => lesson.draws.title,
    draw: (view) => <HistogramsFigure view={view} isWhole />,
  },
  // Drawn by hand first; the answer is the measured line.
  sketch: {
    needs: 'lanes',
    title: ({ words }) => words.charts.spreadForward,
    axes: (all) => ({ y: all.words.charts.spreadForwardY, x: layerAxis(all) }),
    draw: (view, { lane }) => (
      <ByLayerFigure
        view={view}
        plot={{
          of: forward,
          direction: 'forward',
          axis: decadesOf(view, [forward]),
          lanes: [lane],
        }}
      />
    ),
  },
  net: {
    needs: 'nothing',
    isWide: true,
    title: ({ lesson }) => lesson.net.title,
    draw: (view) => <NetFigure view={view} />,
  },
  'lecture-draw': {
    needs: 'nothing',
    title: ({ lesson }) => lesson.draw.title,
    axes: ({ lesson }) => ({ x: lesson.draw.x }),
    draw: (view) => <DrawFigure view={view} />,
  },
  neuron: {
    needs: 'nothing',
    title: ({ lesson }) => lesson.neuron.title,
    axes: ({ lesson }) => ({ x: lesson.neuron.x }),
    draw: (view, { fixed }) => (
      <NeuronFigure view={view} inputs={fixed ? [1] : [1, view.facts.dials.inputs]} />
    ),
  },
  gauges: {
    needs: 'nothing',
    isWide: true,
    task: 'gauges',
    title: ({ lesson, words }) => `${lesson.gauges.title} ${words.initializers.xavier_normal.name}`,
    draw: (view, { withHe }) => <GaugesFigure view={view} withHe={withHe} />,
  },
  defaults: null,
  decisions: {
    needs: 'nothing',
    isWide: true,
    title: ({ lesson }) => lesson.decisions.title,
    draw: (view) => <DecisionsFigure view={view} />,
  },
  fans: {
    needs: 'nothing',
    isWide: true,
    title: ({ fans }) => fans.title,
    draw: (view, { of }) => <FansFigure view={view} of={of} />,
  },
  places: {
    needs: 'lanes',
    isWide: true,
    task: 'places',
    title: ({ pictures }) => pictures.places.title,
    draw: (view) => <PlacesFigure view={view} />,
  },
  'race-curves': {
    needs: 'races',
    task: 'lines',
    title: ({ race }) => race.loss,
    axes: (all) => ({ y: all.race.lossY, x: stepAxis(all) }),
    draw: (view) => <RaceFigure view={view} value="loss" />,
  },
  'race-tracks': {
    needs: 'races',
    task: 'lines',
    title: ({ race }) => race.tracks,
    axes: (all) => ({ y: all.race.accuracyY, x: stepAxis(all) }),
    draw: (view) => <RaceFigure view={view} value="accuracy" />,
  },
  'race-boundary': null,
  'race-looks': {
    needs: 'both',
    isWide: true,
    title: ({ paper }) => paper.titles.looks,
    draw: (view) => <LooksFigure view={view} />,
  },
  'race-units': {
    needs: 'races',
    isWide: true,
    task: 'units',
    title: ({ race }) => race.units,
    // On paper nobody can nudge: the circles are left to letter.
    draw: (view, { nudge }) => (
      <UnitsFigure view={nudge === true ? { ...view, isEmpty: true } : view} />
    ),
  },
  'race-diagnostics': {
    needs: 'races',
    title: ({ race }) => race.gradient,
    axes: (all) => ({ y: all.race.gradientY, x: stepAxis(all) }),
    draw: (view) => <RaceFigure view={view} value="firstLayerGradient" />,
  },
  poster: {
    needs: 'nothing',
    isWide: true,
    title: ({ paper }) => paper.titles.poster,
    draw: (view) => <PosterFigure view={view} />,
  },
  recap: null,
};
