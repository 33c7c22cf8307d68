import { FigureFrame } from '../frame/FigureFrame.tsx';
import { LoopByLayer } from '../loop/LoopByLayer.tsx';
import type { SpreadLane } from '../byLayer/spread.ts';
import type { LayerFocus } from '../types.ts';
import { useChartSize } from '../frame/useChartSize.ts';
import { extremeLanes, reluLanes, ZERO } from './lanes.ts';
import { spreadMarks, withFan } from './spreadMarks.ts';
import { format, words } from './words.ts';
import styles from './gallery.module.css';

interface LoopProps extends LayerFocus {
  readonly forward: readonly SpreadLane[];
  readonly backward: readonly SpreadLane[];
  readonly layers: number;
}

function Loop({ forward, backward, layers, ...focus }: LoopProps) {
  const [ref, size] = useChartSize();
  return (
    <FigureFrame chart="loop" title={words.loopTitle} summary="">
      <div ref={ref}>
        {size !== null && (
          <LoopByLayer
            {...focus}
            forward={forward}
            backward={backward}
            layers={layers}
            xTitle={words.layers}
            label={words.loopTitle}
            size={size}
            format={format}
            words={{ ...words.spread, forward: words.sigma, backward: words.gradientSigma }}
          />
        )}
      </div>
    </FigureFrame>
  );
}

const both = (layers: number, lanes = reluLanes(layers)) => ({
  layers,
  forward: spreadMarks(lanes),
  backward: spreadMarks(lanes, true),
});

const crowded = [0, 0.3, 0.6].flatMap((more) =>
  reluLanes(12)
    .slice(2)
    .map((lane) => ({
      ...lane,
      name: `${lane.name} ${1 + more}`,
      stds: lane.stds.map((std, i) => std * (1 - more / 2) ** i),
    })),
);

export function LoopSections(focus: LayerFocus) {
  const ten = both(10);
  const six = both(12, crowded);
  return (
    <div className={styles['pair']}>
      <Loop {...focus} {...ten} />
      <Loop {...focus} {...six} />
      <Loop {...focus} {...both(100, extremeLanes(100))} />
      <Loop {...focus} {...ten} forward={withFan(ten.forward)} backward={withFan(ten.backward)} />
      <Loop {...focus} {...ten} backward={[]} />
      <Loop {...focus} {...both(1)} />
      <Loop {...focus} {...both(10, [{ ...ZERO, layers: [], stds: [] }])} />
    </div>
  );
}
