import { useEffect, useMemo, useState } from 'react';
import { SimilarityByLayer } from '../../charts/byLayer/SimilarityByLayer.tsx';
import type { SpreadLane } from '../../charts/byLayer/spread.ts';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { BORN_DEAD_NETS } from '../../engine/map/bornDead.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useMapWords } from '../../i18n/map/words.ts';
import { useMap } from '../../store/map/mapStore.ts';
import { useStore } from '../../store/store.ts';
import { Slider } from '../../ui/Slider.tsx';
import { spreadColumns } from '../files/spreadColumns.ts';
import { useLayerNumbers } from '../files/useLayerNumbers.tsx';
import styles from './map.module.css';

const TONES = [1, 2, 3, 4, 5] as const;
const DASHES = ['solid', 'dashed', 'dotted', 'dash-dot', 'long'] as const;
const DEPTH = { usual: 30, min: 5, max: 100, step: 5 } as const;

/** How many narrow ReLU nets are dead before they learn, by depth and width. */
export function BornDeadPanel() {
  const { words, format, dir } = useI18n();
  const map = useMapWords();
  const layerNumbers = useLayerNumbers();
  const seed = useStore((state) => state.lab.settings.seed);
  const found = useMap((state) => state.bornDead);
  const count = useMap((state) => state.countBornDead);
  const [depth, setDepth] = useState<number>(DEPTH.usual);
  const [focus, setFocus] = useState<number | null>(null);
  const [ref, size] = useChartSize();
  const { charts } = words;
  useEffect(() => {
    // While the slider is dragged, counts only where it comes to rest.
    const timer = setTimeout(() => count(depth, seed), 200);
    return () => clearTimeout(timer);
  }, [count, depth, seed]);
  const lanes = useMemo(
    () =>
      found.map(({ width, measured, theory }, i): SpreadLane => ({
        lane: i,
        name: map.deadWidth(format.integer(width)),
        tone: TONES[i] ?? 1,
        dash: DASHES[i] ?? 'solid',
        stale: measured.length !== depth,
        measured,
        theory,
        seedBand: null,
      })),
    [found, depth, map, format],
  );
  const chartWords = useMemo(
    () => ({
      layer: (layer: number) => charts.layer(format.integer(layer)),
      measured: charts.measured,
      theory: charts.theory,
    }),
    [charts, format],
  );
  const layers = found[0]?.measured.length ?? depth;
  const said = found.map(({ width, measured, theory }) =>
    map.deadSummary(
      format.integer(width),
      format.percent(measured.at(-1) ?? 0),
      format.percent(theory.at(-1) ?? 0),
    ),
  );
  return (
    <FigureFrame
      chart="born-dead"
      titleLevel={2}
      title={map.dead}
      summary={`${format.clauses(said)}.`}
      caption={map.deadCaption(format.integer(BORN_DEAD_NETS))}
      numbers={layerNumbers(map.dead, layers, spreadColumns(lanes, charts.theory))}
    >
      <div className={styles['section']} dir={dir}>
        <p className={styles['lead']}>{map.deadLead}</p>
        <Slider
          label={map.deadDepth}
          control="born-dead-depth"
          value={depth}
          text={format.integer(depth)}
          min={DEPTH.min}
          max={DEPTH.max}
          step={DEPTH.step}
          onChange={setDepth}
        />
      </div>
      <div ref={ref}>
        {size !== null && (
          <SimilarityByLayer
            lanes={lanes}
            layers={layers}
            xTitle={charts.layerColumn}
            yTitle={map.deadY}
            label={map.dead}
            size={size}
            format={format}
            words={chartWords}
            focused={focus}
            onFocusLayer={setFocus}
          />
        )}
      </div>
    </FigureFrame>
  );
}
