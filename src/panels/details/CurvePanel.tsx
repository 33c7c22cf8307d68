import { useMemo } from 'react';
import { ActivationCurve } from '../../charts/activation/ActivationCurve.tsx';
import { curveReach } from '../../charts/activation/curveReach.ts';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { activation } from '../../engine/rules/activations.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { isStale } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';
import { spokenLayer } from '../lanes/spokenLayer.ts';
import { useLaneLook } from '../lanes/useLaneLook.ts';
import { LaneTag } from '../lanes/LaneTag.tsx';

interface CurvePanelProps {
  readonly lane: number;
  readonly layer: number;
  readonly titleLevel?: 2 | 3;
}

/** z at which f reaches `level`, by bisection; f is increasing between −20 and 20. */
function reach(f: (z: number) => number, level: number): number {
  let [low, high] = [-20, 20];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (f(middle) < level) low = middle;
    else high = middle;
  }
  return high;
}

/** The activation and its derivative, drawn over the histogram of this layer's pre-activations. */
export function CurvePanel({ lane, layer, titleLevel = 3 }: CurvePanelProps) {
  const { words, format } = useI18n();
  const state = useStore((all) => all.lanes[lane]);
  const lab = useStore((all) => all.lab);
  const [ref, size] = useChartSize();
  const { charts } = words;
  const shown = state?.shown ?? null;
  const mine = lab.lanes[lane];
  const act = shown?.config.act ?? (mine === undefined ? lab.settings : laneConfig(lab, mine)).act;
  const curve = useMemo(() => {
    const { curve: curveOf, saturation, bound } = activation(act.id);
    const { f: value, df } = curveOf(act.params);
    const limits =
      saturation === null
        ? []
        : [saturation.low, saturation.high].map((level) => {
            const z = reach(value, level);
            return { value: z, label: format.plain(Number(z.toPrecision(2))) };
          });
    const low = Math.max(bound[0], -1);
    const range: readonly [number, number] = [
      Math.min(low, value(-4)) < -1.5 ? -4 : low,
      Math.min(bound[1], 4),
    ];
    return { f: value, df, limits, range };
  }, [act, format]);
  const chartWords = useMemo(
    () => ({
      f: 'f',
      df: 'f′',
      z: 'z',
      flat: (share: number) => charts.flat(format.percent(share)),
    }),
    [charts, format],
  );
  const summary = shown?.layers[layer - 1]?.preActivations ?? null;
  const look = useLaneLook(lane);
  const half = curveReach(summary);
  const domain = useMemo(() => [-half, half] as const, [half]);
  return (
    <FigureFrame
      chart="activation-curve"
      title={
        <>
          {charts.curve} <LaneTag lane={lane} />
        </>
      }
      titleLevel={titleLevel}
      summary={
        summary === null ? charts.stillComputing : spokenLayer(layer, summary, words, format)
      }
      caption={charts.curveCaption(format.integer(layer))}
    >
      <div ref={ref}>
        {size !== null && (
          <ActivationCurve
            f={curve.f}
            df={curve.df}
            domain={domain}
            range={curve.range}
            histogram={summary?.own ?? null}
            tone={look.tone}
            shade={look.shade}
            stale={state === undefined || isStale(state)}
            limits={curve.limits}
            xTitle={words.quantities.preActivations.name}
            label={charts.curve}
            size={size}
            format={format}
            words={chartWords}
          />
        )}
      </div>
    </FigureFrame>
  );
}
