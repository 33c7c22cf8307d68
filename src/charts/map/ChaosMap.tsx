import { memo, useMemo } from 'react';
import type { ReactNode } from 'react';
import { spaced } from '../../engine/map/chiGrid.ts';
import { PlotFrame } from '../frame/PlotFrame.tsx';
import { heightOf } from '../geometry/heightOf.ts';
import type { ChartFormat, ChartSize } from '../types.ts';
import { ChaosMarks, ChaosTip } from './ChaosMarks.tsx';
import { ChaosProvider } from './chaosContext.ts';
import type { ChaosData } from './chaosContext.ts';
import styles from '../frame/chart.module.css';

interface FrameProps {
  readonly weightReach: number;
  readonly biasReach: number;
  readonly width: number;
  readonly height: number;
  readonly rem: number;
  readonly format: ChartFormat;
  readonly label: string;
}

const Frame = memo(function Frame(props: FrameProps) {
  const { weightReach, biasReach, width, height, rem, format, label } = props;
  const stops = useMemo(() => spaced(0, weightReach, 41), [weightReach]);
  return (
    <PlotFrame
      width={width}
      height={height}
      rem={rem}
      margin={{ top: rem * 0.5, right: rem * 0.75, bottom: 0, left: 0 }}
      x={{
        domain: [0, weightReach],
        ticks: spaced(0, weightReach, 5),
        print: format.number,
        room: rem * 1.6,
        lastInside: true,
      }}
      y={{
        domain: [0, biasReach],
        ticks: spaced(0, biasReach, 5),
        print: format.number,
        room: rem * 2.6,
        gap: rem * 0.4,
      }}
      stops={stops}
      tipGap={rem * 0.25}
      label={label}
      Marks={ChaosMarks}
      Tip={ChaosTip}
    />
  );
});

export interface ChaosMapProps extends Omit<ChaosData, 'rem'> {
  readonly xTitle: ReactNode;
  readonly yTitle: ReactNode;
  readonly label: string;
  readonly size: ChartSize;
}

/**
 * Initializations as points of the (σ_w², σ_b²) plane: teal where different inputs become similar with depth, brown
 * where they diverge, and the critical line between.
 */
export function ChaosMap(props: ChaosMapProps) {
  const { grid, line, marks, point, onPoint, reach, format, words, size } = props;
  const { rem, width } = size;
  const value = useMemo(
    () => ({ grid, line, marks, point, onPoint, reach, rem, format, words }),
    [grid, line, marks, point, onPoint, reach, rem, format, words],
  );
  return (
    <ChaosProvider value={value}>
      <div className={styles['chart']} dir="ltr">
        <p className={styles['yTitle']}>
          <bdi>{props.yTitle}</bdi>
        </p>
        <Frame
          weightReach={reach.weightVariance}
          biasReach={reach.biasVariance}
          width={width}
          height={heightOf(size, Math.min(26, Math.max(17, (width / rem) * 0.62)))}
          rem={rem}
          format={format}
          label={props.label}
        />
        <p className={styles['axisTitle']}>
          <bdi>{props.xTitle}</bdi>
        </p>
      </div>
    </ChaosProvider>
  );
}
