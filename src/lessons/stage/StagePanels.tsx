/**
 * The blocks a step may put on the stage: the one place that knows which panel an id of schema.ts means.
 * Each is fetched when it is first shown, so that a first step costs no more than what is on it.
 */
import { lazy, Suspense } from 'react';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { RecapPanel } from './RecapPanel.tsx';
import type { StagePanel } from '../schema.ts';
import { Coming } from '../../ui/Coming.tsx';
import styles from './StagePanels.module.css';

const CODE = {
  curve: async () => ({
    default: (await import('../../panels/details/CurvePanel.tsx')).CurvePanel,
  }),
  decisions: async () => ({
    default: (await import('../../panels/instruments/DecisionsPanel.tsx')).DecisionsPanel,
  }),
  defaults: async () => ({
    default: (await import('../../panels/instruments/DefaultsPanel.tsx')).DefaultsPanel,
  }),
  draws: async () => ({
    default: (await import('../../panels/instruments/DrawsPanel.tsx')).DrawsPanel,
  }),
  gauges: async () => ({
    default: (await import('../../panels/instruments/GaugesPanel.tsx')).GaugesPanel,
  }),
  lanes: async () => ({ default: (await import('../../panels/lanes/LanesPanel.tsx')).LanesPanel }),
  lectureDraw: async () => ({
    default: (await import('../../panels/instruments/LectureDraw.tsx')).LectureDraw,
  }),
  magnitude: async () => ({
    default: (await import('../../panels/details/MagnitudePanel.tsx')).MagnitudePanel,
  }),
  net: async () => ({ default: (await import('../../panels/instruments/NetPanel.tsx')).NetPanel }),
  neuron: async () => ({
    default: (await import('../../panels/instruments/NeuronPanel.tsx')).NeuronPanel,
  }),
  raceCurve: async () => ({ default: (await import('../../panels/race/RaceCurve.tsx')).RaceCurve }),
  raceLanes: async () => ({
    default: (await import('../../panels/race/RaceLanesPanel.tsx')).RaceLanesPanel,
  }),
  raceTransport: async () => ({
    default: (await import('../../panels/race/RaceTransport.tsx')).RaceTransport,
  }),
  raceUnits: async () => ({
    default: (await import('../../panels/race/RaceAllUnits.tsx')).RaceAllUnits,
  }),
  sketch: async () => ({
    default: (await import('../../panels/instruments/SketchPanel.tsx')).SketchPanel,
  }),
  spread: async () => ({
    default: (await import('../../panels/details/SpreadPanel.tsx')).SpreadPanel,
  }),
  weights: async () => ({
    default: (await import('../../panels/details/WeightsPanel.tsx')).WeightsPanel,
  }),
} as const;

const Curve = lazy(CODE.curve);
const Decisions = lazy(CODE.decisions);
const Defaults = lazy(CODE.defaults);
const Draws = lazy(CODE.draws);
const Gauges = lazy(CODE.gauges);
const Lanes = lazy(CODE.lanes);
const LectureDraw = lazy(CODE.lectureDraw);
const Magnitude = lazy(CODE.magnitude);
const Net = lazy(CODE.net);
const Neuron = lazy(CODE.neuron);
const RaceCurve = lazy(CODE.raceCurve);
const RaceLanes = lazy(CODE.raceLanes);
const RaceTransport = lazy(CODE.raceTransport);
const RaceUnits = lazy(CODE.raceUnits);
const Sketch = lazy(CODE.sketch);
const Spread = lazy(CODE.spread);
const Weights = lazy(CODE.weights);

/** Everything a later step may show. */
export const fetchPanels = async (): Promise<void> => {
  for (const fetch of Object.values(CODE)) await fetch();
};

interface StagePanelsProps {
  readonly panels: readonly StagePanel[];
  /** Under which a sketch is remembered. */
  readonly memory: string;
  readonly revealed: boolean;
}

/** Two of them have room beside each other. */
const SMALL: ReadonlySet<StagePanel['id']> = new Set([
  'weights',
  'spread',
  'curve',
  'magnitude',
  'race-curves',
  'race-diagnostics',
  'race-units',
]);
const BEFORE_HE = ['fan-in', 'fan-out', 'xavier', 'fixed'] as const;
const RELU_FIRST = ['relu', 'linear'] as const;

const isSmall = ({ id }: StagePanel): boolean => SMALL.has(id);
const isRace = ({ id }: StagePanel): boolean => id.startsWith('race-');

export function StagePanels({ panels, memory, revealed }: StagePanelsProps) {
  return (
    <Suspense fallback={<Coming className={styles['coming']} />}>
      {panels.some(isRace) && <RaceTransport brief />}
      <div
        className={styles['panels']}
        data-pair={panels.length > 1 && panels.every(isSmall)}
        data-panels={panels.length}
      >
        {panels.map((panel) => (
          <Panel key={JSON.stringify(panel)} panel={panel} memory={memory} revealed={revealed} />
        ))}
      </div>
    </Suspense>
  );
}

interface PanelProps extends Omit<StagePanelsProps, 'panels'> {
  readonly panel: StagePanel;
}

function Panel({ panel, memory, revealed }: PanelProps) {
  const { between } = useLessonWords();
  switch (panel.id) {
    case 'lanes':
      return <Lanes editable={false} />;
    case 'spread':
      return (
        <Spread
          direction={panel.direction}
          titleLevel={2}
          between={panel.between && { place: panel.between, ...between }}
          measured={panel.measured}
        />
      );
    case 'curve':
      return <Curve lane={panel.lane} layer={panel.layer} titleLevel={2} />;
    case 'magnitude':
      return <Magnitude lane={panel.lane} titleLevel={2} />;
    case 'weights':
      return <Weights lane={panel.lane} layer={panel.layer} titleLevel={2} />;
    case 'draws':
      return <Draws titleLevel={2} />;
    case 'sketch':
      return <Sketch lane={panel.lane} memory={memory} revealed={revealed} />;
    case 'net':
      return <Net titleLevel={2} />;
    case 'lecture-draw':
      return <LectureDraw fixed titleLevel={2} />;
    case 'neuron':
      return <Neuron fixed={panel.fixed} titleLevel={2} />;
    case 'gauges':
      return (
        <Gauges
          of={panel.of}
          rules={panel.withHe ? undefined : BEFORE_HE}
          acts={panel.withHe ? RELU_FIRST : undefined}
          titleLevel={2}
        />
      );
    case 'defaults':
      return <Defaults />;
    case 'decisions':
      return <Decisions titleLevel={2} />;
    case 'race-curves':
      return <RaceCurve value="loss" />;
    case 'race-boundary':
      return <RaceLanes editable={false} />;
    case 'race-units':
      return <RaceUnits nudge={panel.nudge === true} />;
    case 'race-diagnostics':
      return <RaceCurve value="firstLayerGradient" titleLevel={2} />;
    case 'recap':
      return <RecapPanel />;
  }
}
