import { useState } from 'react';
import type { ComponentType } from 'react';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import type { LessonWords } from '../../i18n/lesson/en.ts';
import { Choice } from '../../ui/Choice.tsx';
import { later } from '../../ui/later.tsx';
import { PanelSection } from '../../ui/PanelSection.tsx';

type Tab = Exclude<keyof LessonWords['instruments'], 'title'>;

const ACTS = ['linear', 'relu'] as const;

/** One entry per tab; its code is fetched when the tab is first opened. The names are in the lesson's words. */
const INSTRUMENTS: Readonly<Record<Tab, ComponentType>> = {
  net: later(async () => (await import('./LabNet.tsx')).LabNet),
  draws: later(async () => (await import('./DrawsPanel.tsx')).DrawsPanel),
  neuron: later(async () => {
    const { NeuronPanel } = await import('./NeuronPanel.tsx');
    return () => <NeuronPanel fixed={false} />;
  }),
  gauges: later(async () => {
    const [{ GaugesPanel }, { ShapeControls }] = await Promise.all([
      import('./GaugesPanel.tsx'),
      import('../controls/ShapeControls.tsx'),
    ]);
    return () => (
      <>
        <GaugesPanel acts={ACTS} titleLevel={3} />
        <ShapeControls />
      </>
    );
  }),
  fans: later(async () => {
    const { FansPanel } = await import('./fans/FansPanel.tsx');
    return () => <FansPanel titleLevel={3} />;
  }),
  draw: later(async () => (await import('./LectureDraw.tsx')).LectureDraw),
  decisions: later(async () => {
    const { DecisionsPanel } = await import('./DecisionsPanel.tsx');
    return () => <DecisionsPanel titleLevel={3} />;
  }),
};
const isTab = (id: string): id is Tab => Object.hasOwn(INSTRUMENTS, id);
const TABS = Object.keys(INSTRUMENTS).filter(isTab);

/** The lesson's instruments, applied to the lab's own lanes; closed until one is chosen. */
export function InstrumentsPanel() {
  const { instruments } = useLessonWords();
  const [tab, setTab] = useState<Tab | null>(null);
  const Instrument = tab === null ? null : INSTRUMENTS[tab];
  return (
    <PanelSection
      title={instruments.title}
      choice={
        <Choice
          bare
          label={instruments.title}
          control="instrument"
          value={tab}
          options={TABS.map((each) => ({ value: each, label: instruments[each] }))}
          onChange={setTab}
        />
      }
    >
      {Instrument !== null && <Instrument />}
    </PanelSection>
  );
}
