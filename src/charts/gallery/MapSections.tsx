import { FigureFrame } from '../frame/FigureFrame.tsx';
import { MagnitudeMap } from '../byLayer/MagnitudeMap.tsx';
import type { LayerFocus } from '../types.ts';
import { useChartSize } from '../frame/useChartSize.ts';
import type { MockLane } from './lanes.ts';
import { extremeLanes, reluLanes } from './lanes.ts';
import { format, limits, words } from './words.ts';
import styles from './gallery.module.css';

function MapOf({ lane, ...focus }: LayerFocus & { readonly lane: MockLane }) {
  const [ref, size] = useChartSize();
  return (
    <FigureFrame chart="magnitude-map" title={words.mapTitle} summary="">
      <div ref={ref}>
        {size !== null && (
          <MagnitudeMap
            {...focus}
            layers={lane.layers.length}
            columns={lane.layers}
            tone={lane.tone}
            stale={false}
            limits={limits}
            direction="forward"
            xTitle={words.layers}
            yTitle={words.size}
            label={words.mapTitle}
            size={size}
            format={format}
            words={words.magnitude}
          />
        )}
      </div>
    </FigureFrame>
  );
}

export function MapSections(focus: LayerFocus) {
  const maps = [...extremeLanes(100), ...reluLanes(10).slice(2, 3), ...reluLanes(1).slice(3)];
  return (
    <div className={styles['pair']}>
      {maps.map((lane) => (
        <MapOf {...focus} key={`${lane.name}-${lane.layers.length}`} lane={lane} />
      ))}
    </div>
  );
}
