import { useState } from 'react';
import type { ComponentType } from 'react';
import { Bench } from './Bench.tsx';
import { Lanes } from './Lanes.tsx';
import { LayerSections } from './LayerSections.tsx';
import { SpreadSections } from './SpreadSections.tsx';
import { LoopSections } from './LoopSections.tsx';
import { MapSections } from './MapSections.tsx';
import {
  BoundarySections,
  CurveSections,
  MatrixSections,
  RaceSections,
  ShareSections,
} from './MoreSections.tsx';
import { DrawsSections, NetSections, NeuronSections } from './InstrumentSections.tsx';
import { DigitSections, FansSections, KernelSections, PlaceSections } from './PictureSections.tsx';
import { PhaseSections, SimilaritySections } from './PhaseSections.tsx';
import { RiverSections } from './RiverSections.tsx';
import { SheetSections } from './SheetSections.tsx';
import { SpectrumSection } from './SpectrumSection.tsx';
import { TrackSections } from './TrackSections.tsx';
import { oddLanes, RELU_DOMAIN, reluLanes, TANH_DOMAIN, tanhLanes, WIDE_DOMAIN } from './lanes.ts';
import styles from './gallery.module.css';
import type { LayerFocus } from '../types.ts';

const relu10 = reluLanes(10);
const SECTIONS: Readonly<Record<string, ComponentType<LayerFocus>>> = {
  relu: (focus) => <Lanes {...focus} lanes={relu10} domain={RELU_DOMAIN} scale="same" />,
  own: (focus) => <Lanes {...focus} lanes={relu10} domain={RELU_DOMAIN} scale="own" />,
  stale: (focus) => <Lanes {...focus} lanes={relu10} domain={RELU_DOMAIN} scale="same" stale />,
  tanh: (focus) => <Lanes {...focus} lanes={tanhLanes(10)} domain={TANH_DOMAIN} scale="same" />,
  'tanh-own': (focus) => (
    <Lanes {...focus} lanes={tanhLanes(10)} domain={TANH_DOMAIN} scale="own" />
  ),
  odd: (focus) => <Lanes {...focus} lanes={oddLanes(10)} domain={WIDE_DOMAIN} scale="same" />,
  'odd-own': (focus) => <Lanes {...focus} lanes={oddLanes(10)} domain={WIDE_DOMAIN} scale="own" />,
  one: (focus) => <Lanes {...focus} lanes={reluLanes(1)} domain={RELU_DOMAIN} scale="same" />,
  thirty: (focus) => <Lanes {...focus} lanes={reluLanes(30)} domain={RELU_DOMAIN} scale="same" />,
  hundred: (focus) => <Lanes {...focus} lanes={reluLanes(100)} domain={RELU_DOMAIN} scale="same" />,
  spread: SpreadSections,
  loop: LoopSections,
  river: RiverSections,
  map: MapSections,
  layer: LayerSections,
  shares: ShareSections,
  similarity: SimilaritySections,
  phases: PhaseSections,
  curve: CurveSections,
  matrix: MatrixSections,
  race: RaceSections,
  tracks: TrackSections,
  boundary: BoundarySections,
  neuron: NeuronSections,
  draws: DrawsSections,
  net: NetSections,
  spectrum: SpectrumSection,
  sheet: SheetSections,
  places: PlaceSections,
  kernels: KernelSections,
  digits: DigitSections,
  fans: FansSections,
  bench: Bench,
};

export function Gallery() {
  const [focused, setFocused] = useState<number | null>(7);
  const wanted = document.documentElement.dataset['section'] ?? '';
  const shown = Object.entries(SECTIONS).filter(([id]) => wanted === '' || wanted === id);
  return (
    <main className={styles['gallery']}>
      <h1 className={styles['title']}>Charts</h1>
      {shown.map(([id, Section]) => (
        <section key={id} id={id} className={styles['section']}>
          <h2 className={styles['name']}>{id}</h2>
          <Section focused={focused} onFocusLayer={setFocused} />
        </section>
      ))}
    </main>
  );
}
