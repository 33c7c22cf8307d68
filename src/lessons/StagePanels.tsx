/** The blocks a step may put on the stage: the one place that knows which panel an id of schema.ts means. */
import { CurvePanel } from '../panels/CurvePanel.tsx';
import { DecisionsPanel } from '../panels/instruments/DecisionsPanel.tsx';
import { DefaultsPanel } from '../panels/instruments/DefaultsPanel.tsx';
import { DrawsPanel } from '../panels/instruments/DrawsPanel.tsx';
import { GaugesPanel } from '../panels/instruments/GaugesPanel.tsx';
import { LectureDraw } from '../panels/instruments/LectureDraw.tsx';
import { NetPanel } from '../panels/instruments/NetPanel.tsx';
import { NeuronPanel } from '../panels/instruments/NeuronPanel.tsx';
import { SketchPanel } from '../panels/instruments/SketchPanel.tsx';
import { LanesPanel } from '../panels/LanesPanel.tsx';
import { MagnitudePanel } from '../panels/MagnitudePanel.tsx';
import { RaceCurve } from '../panels/race/RaceCurve.tsx';
import { RaceLanesPanel } from '../panels/race/RaceLanesPanel.tsx';
import { RaceTransport } from '../panels/race/RaceTransport.tsx';
import { RaceAllUnits } from '../panels/race/RaceAllUnits.tsx';
import { SpreadPanel } from '../panels/SpreadPanel.tsx';
import { WeightsPanel } from '../panels/WeightsPanel.tsx';
import { RecapPanel } from './RecapPanel.tsx';
import type { StagePanel } from './schema.ts';

interface StagePanelsProps {
  readonly panels: readonly StagePanel[];
  /** Under which a sketch is remembered. */
  readonly memory: string;
  readonly revealed: boolean;
}

const isRace = ({ id }: StagePanel): boolean => id.startsWith('race-');

export function StagePanels({ panels, memory, revealed }: StagePanelsProps) {
  return (
    <>
      {panels.some(isRace) && <RaceTransport brief />}
      {panels.map((panel) => (
        <Panel key={JSON.stringify(panel)} panel={panel} memory={memory} revealed={revealed} />
      ))}
    </>
  );
}

interface PanelProps extends Omit<StagePanelsProps, 'panels'> {
  readonly panel: StagePanel;
}

function Panel({ panel, memory, revealed }: PanelProps) {
  switch (panel.id) {
    case 'lanes':
      return <LanesPanel editable={false} />;
    case 'spread':
      return <SpreadPanel direction={panel.direction} titleLevel={2} />;
    case 'curve':
      return <CurvePanel lane={panel.lane} layer={panel.layer} />;
    case 'magnitude':
      return <MagnitudePanel lane={panel.lane} />;
    case 'weights':
      return <WeightsPanel lane={panel.lane} layer={panel.layer} />;
    case 'draws':
      return <DrawsPanel />;
    case 'sketch':
      return <SketchPanel lane={panel.lane} memory={memory} revealed={revealed} />;
    case 'net':
      return <NetPanel />;
    case 'lecture-draw':
      return <LectureDraw />;
    case 'neuron':
      return <NeuronPanel fixed={panel.fixed} />;
    case 'gauges':
      return <GaugesPanel />;
    case 'defaults':
      return <DefaultsPanel />;
    case 'decisions':
      return <DecisionsPanel />;
    case 'race-curves':
      return <RaceCurve value="loss" />;
    case 'race-boundary':
      return <RaceLanesPanel editable={false} />;
    case 'race-units':
      return <RaceAllUnits />;
    case 'race-diagnostics':
      return <RaceCurve value="firstLayerGradient" />;
    case 'recap':
      return <RecapPanel />;
  }
}
