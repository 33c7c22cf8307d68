import { FigureFrame } from '../frame/FigureFrame.tsx';
import { MagnitudeMap } from '../magnitude/MagnitudeMap.tsx';
import type { LayerFocus } from '../types.ts';
import { useChartSize } from '../frame/useChartSize.ts';
import type { MockLane } from './lanes.ts';
import { extremeLanes, reluLanes } from './lanes.ts';
import { format, ranges, words } from './words.ts';
import styles from './gallery.module.css';

interface MapProps extends LayerFocus {
  readonly lanes: readonly MockLane[];
  readonly stale?: boolean;
}

function MapOf({ lanes, stale = false, ...focus }: MapProps) {
  const [ref, size] = useChartSize();
  return (
    <FigureFrame chart="magnitude-map" title={words.mapTitle} summary="">
      <div ref={ref}>
        {size !== null && (
          <MagnitudeMap
            {...focus}
            lanes={lanes.map(({ name, tone, dash, layers }, lane) => ({
              lane,
              name,
              tone,
              dash,
              stale,
              columns: layers,
            }))}
            ranges={ranges}
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
  const extremes = extremeLanes(100);
  return (
    <div className={styles['pair']}>
      <MapOf {...focus} lanes={[...extremes, ...reluLanes(30).slice(2)]} />
      <MapOf {...focus} lanes={[...reluLanes(10), ...reluLanes(1).slice(2)]} />
      <MapOf {...focus} lanes={extremes.slice(0, 1)} />
      <MapOf {...focus} lanes={reluLanes(10).slice(2)} stale />
      <MapOf {...focus} lanes={[]} />
    </div>
  );
}
