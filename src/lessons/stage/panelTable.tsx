/**
 * The panels that a step may put on the stage: one row each, from which the schema's `StagePanel` is derived.
 * Each is fetched when it is first shown, so that a first step loads only what it shows.
 */
import type { ComponentType, ReactElement } from 'react';
import type { FansOf } from '../../engine/rules/fans.ts';
import type { LessonWords } from '../../i18n/lesson/en.ts';
import type { Look } from '../../panels/clinic/LooksPanel.tsx';
import { later } from '../../ui/later.tsx';

/** What a panel receives in addition to its own fields. */
export interface Around {
  /** Key under which a sketch is remembered. */
  readonly memory: string;
  readonly revealed: boolean;
  readonly words: LessonWords;
}

export interface PanelRow<Fields extends object> {
  /** Largest number of lanes for which two such panels fit side by side. */
  readonly small: number;
  readonly fetch: () => Promise<void>;
  render(fields: Fields, around: Around): ReactElement;
}

/** `draw` receives the component, and returns a function that renders it with the fields set in lesson.ts. */
function row<Props extends object, Fields extends object = object>(
  load: () => Promise<ComponentType<Props>>,
  draw: (Panel: ComponentType<Props>) => (fields: Fields, around: Around) => ReactElement,
  { small = 0 } = {},
): PanelRow<Fields> {
  const Panel = later(load);
  return { small, fetch: Panel.fetch, render: draw(Panel) };
}

/** Lanes and layers are those of the stage's query. */
interface OfLane {
  readonly lane: number;
}
interface OfLayer extends OfLane {
  readonly layer: number;
}
/**
 * `between`: shows the std between examples, beside or instead of that of all outputs. `measured`: without lines
 * of theory.
 */
interface SpreadFields {
  readonly direction: 'forward' | 'backward';
  readonly between?: 'beside' | 'instead';
  readonly measured?: true;
}
/**
 * `of`: the shape that the reader sets, or the first layer of the stage's first lane and its rule. `withHe`:
 * includes He's rule and ReLU, from the chapter on that introduces them.
 */
interface GaugesFields {
  readonly of: 'dials' | 'lane';
  readonly withHe: boolean;
}

const SMALL = { small: Infinity } as const;
const BEFORE_HE = ['fan-in', 'fan-out', 'xavier', 'fixed'] as const;
const RELU_FIRST = ['relu', 'linear'] as const;

const raceCurve = async () => (await import('../../panels/race/RaceCurve.tsx')).RaceCurve;

export const STAGE_PANELS = {
  /** `keepsFirst`: what a lane began with stays as an outline. */
  lanes: row(
    async () => (await import('../../panels/lanes/LanesPanel.tsx')).LanesPanel,
    (Lanes) =>
      ({ keepsFirst }: { readonly keepsFirst?: true }) => (
        <Lanes editable={false} keepsFirst={keepsFirst === true} />
      ),
  ),
  spread: row(
    async () => (await import('../../panels/details/SpreadPanel.tsx')).SpreadPanel,
    (Spread) =>
      ({ direction, between, measured }: SpreadFields, { words }) => (
        <Spread
          direction={direction}
          titleLevel={2}
          between={between && { place: between, ...words.between }}
          measured={measured}
        />
      ),
    SMALL,
  ),
  similarity: row(
    async () => (await import('../../panels/details/SimilarityPanel.tsx')).SimilarityPanel,
    (Similarity) => () => <Similarity titleLevel={2} />,
    SMALL,
  ),
  /** Forward and backward pass in one picture. */
  loop: row(
    async () => (await import('../../panels/details/LoopPanel.tsx')).LoopPanel,
    (Loop) =>
      ({ between, measured }: Omit<SpreadFields, 'direction'>, { words }) => (
        <Loop
          titleLevel={2}
          between={between && { place: between, ...words.between }}
          measured={measured}
        />
      ),
  ),
  curve: row(
    async () => (await import('../../panels/details/CurvePanel.tsx')).CurvePanel,
    (Curve) =>
      ({ lane, layer }: OfLayer) => <Curve lane={lane} layer={layer} titleLevel={2} />,
    SMALL,
  ),
  /** The share of a sum, and of the mean square, that ReLU drops. */
  half: row(
    async () => (await import('../../panels/details/HalfPanel.tsx')).HalfPanel,
    (Half) =>
      ({ lane }: OfLane) => <Half lane={lane} titleLevel={2} />,
  ),
  /** All lanes, or one. */
  magnitude: row(
    async () => (await import('../../panels/details/MagnitudePanel.tsx')).MagnitudePanel,
    (Magnitude) =>
      ({ lane }: Partial<OfLane>) => <Magnitude lane={lane} titleLevel={2} />,
    SMALL,
  ),
  weights: row(
    async () => (await import('../../panels/details/WeightsPanel.tsx')).WeightsPanel,
    (Weights) =>
      ({ lane, layer }: OfLayer) => <Weights lane={lane} layer={layer} titleLevel={2} />,
    SMALL,
  ),
  /** The layer's weights in each lane, with the interval ±0.1 shaded. */
  draws: row(
    async () => (await import('../../panels/instruments/DrawsPanel.tsx')).DrawsPanel,
    (Draws) => () => <Draws titleLevel={2} />,
  ),
  /** The reader sketches the std by hand; then the measured std of the lane is drawn over it. */
  sketch: row(
    async () => (await import('../../panels/instruments/SketchPanel.tsx')).SketchPanel,
    (Sketch) =>
      ({ lane }: OfLane, { memory, revealed }) => (
        <Sketch lane={lane} memory={memory} revealed={revealed} />
      ),
  ),
  net: row(
    async () => (await import('../../panels/instruments/NetPanel.tsx')).NetPanel,
    (Net) => () => <Net titleLevel={2} />,
  ),
  'lecture-draw': row(
    async () => (await import('../../panels/instruments/LectureDraw.tsx')).LectureDraw,
    (LectureDraw) => () => <LectureDraw fixed titleLevel={2} />,
  ),
  /** `fixed`: without its slider, which would give the answer away; after the answer it shows the result. */
  neuron: row(
    async () => (await import('../../panels/instruments/NeuronPanel.tsx')).NeuronPanel,
    (Neuron) =>
      ({ fixed }: { readonly fixed: boolean }) => (
        <Neuron fixed={fixed} grows={!fixed} titleLevel={2} />
      ),
  ),
  gauges: row(
    async () => (await import('../../panels/instruments/GaugesPanel.tsx')).GaugesPanel,
    (Gauges) =>
      ({ of, withHe }: GaugesFields) => (
        <Gauges
          of={of}
          rules={withHe ? undefined : BEFORE_HE}
          acts={withHe ? RELU_FIRST : undefined}
          titleLevel={2}
        />
      ),
  ),
  defaults: row(
    async () => (await import('../../panels/instruments/DefaultsPanel.tsx')).DefaultsPanel,
    (Defaults) => () => <Defaults />,
  ),
  decisions: row(
    async () => (await import('../../panels/instruments/DecisionsPanel.tsx')).DecisionsPanel,
    (Decisions) => () => <Decisions titleLevel={2} />,
  ),
  /** The inputs of one output of a layer, and the std that each rule computes from them. */
  fans: row(
    async () => (await import('../../panels/instruments/fans/FansPanel.tsx')).FansPanel,
    (Fans) =>
      ({ of }: { readonly of: FansOf }) => <Fans initial={of} titleLevel={2} />,
  ),
  /** Mean squares at each position, lanes side by side. */
  places: row(
    async () => (await import('../../panels/pictures/PlacesPanel.tsx')).PlacesPanel,
    (Places) => () => <Places titleLevel={2} />,
  ),
  'race-curves': row(raceCurve, (Curve) => () => <Curve value="loss" />, SMALL),
  'race-tracks': row(
    async () => (await import('../../panels/race/RaceTracksPanel.tsx')).RaceTracksPanel,
    (Tracks) => () => <Tracks />,
  ),
  'race-boundary': row(
    async () => (await import('../../panels/race/RaceLanesPanel.tsx')).RaceLanesPanel,
    (RaceLanes) => () => <RaceLanes editable={false} />,
    { small: 2 },
  ),
  /** `nudge`: with a control that changes one weight. */
  /** A case of the clinic: histograms, gradients, similarity, units and loss, each shown at a cost. */
  'race-looks': row(
    async () => (await import('../../panels/clinic/LooksPanel.tsx')).LooksPanel,
    (Looks) =>
      ({ tells }: { readonly tells: Look }, { memory, revealed }) => (
        <Looks key={memory} tells={tells} revealed={revealed} />
      ),
  ),
  'race-units': row(
    async () => (await import('../../panels/race/RaceAllUnits.tsx')).RaceAllUnits,
    (Units) =>
      ({ nudge }: { readonly nudge?: true }) => <Units nudge={nudge === true} />,
    SMALL,
  ),
  'race-diagnostics': row(
    raceCurve,
    (Curve) => () => <Curve value="firstLayerGradient" titleLevel={2} />,
    SMALL,
  ),
  /** All initializers with all activations. */
  poster: row(
    async () => (await import('../../panels/poster/PosterPanel.tsx')).PosterPanel,
    (Poster) => () => <Poster titleLevel={2} />,
  ),
  /** The reader's answers in all chapters, and the outcomes. */
  recap: row(
    async () => (await import('./RecapPanel.tsx')).RecapPanel,
    (Recap) => () => <Recap />,
  ),
} as const;

type Rows = typeof STAGE_PANELS;
type FieldsOf<Row> = Row extends PanelRow<infer Fields> ? Fields : never;

/** A panel on the stage, as named in lesson.ts. */
export type StagePanel = {
  readonly [Id in keyof Rows]: { readonly id: Id } & FieldsOf<Rows[Id]>;
}[keyof Rows];
