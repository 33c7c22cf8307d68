import { useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import type { Sketch } from '../../charts/sketch/sketch.ts';
import { SketchChart } from '../../charts/sketch/SketchChart.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { laneConfig } from '../../engine/lab/lab.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useLessonWords } from '../../i18n/lesson/words.ts';
import { useLesson } from '../../store/lesson/lessonStore.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { useLaneLook } from '../lanes/useLaneLook.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';

interface SketchPanelProps {
  readonly lane: number;
  /** Key under which the sketched line is remembered. */
  readonly memory: string;
  readonly revealed: boolean;
}

/** Fixed range of the axis in powers of ten: the spreads that layers reach in the lanes one may sketch. */
const DOMAIN = { lo: -16, hi: 4 } as const;
/** A sketch within half a power of ten counts as close. */
const CLOSE = 0.5;

/** The spread of every layer: first sketched by the reader, then covered by the measured line. */
export function SketchPanel({ lane, memory, revealed }: SketchPanelProps) {
  const { words, format } = useI18n();
  const figureNumbers = useFigureNumbers();
  const { sketch: own } = useLessonWords();
  const depth = useStore(({ lab }) => {
    const mine = lab.lanes[lane];
    return mine === undefined ? 1 : laneConfig(lab, mine).depth;
  });
  const shown = useStore((state) => state.lanes[lane]?.shown ?? null);
  const told = useLesson((state) => state.memories[memory]);
  const predict = useLesson((state) => state.predict);
  const [ref, size] = useChartSize();
  const look = useLaneLook(lane);
  const answer = told?.answer ?? null;
  const sketch = useMemo((): Sketch => {
    const decades = answer?.kind === 'sketch' ? answer.decades : [];
    return Array.from({ length: depth }, (_, i) => decades[i] ?? null);
  }, [answer, depth]);
  const stds = revealed ? (shown?.layers ?? []).map(({ activations }) => activations.std) : [];
  const measured = stds.length < depth ? null : stds;
  const end = sketch.findLastIndex((decade) => decade !== null);
  const last = stds[end] ?? stds.at(-1);
  const off = typeof told?.outcome === 'number' ? told.outcome : null;
  const spoken =
    measured === null || last === undefined
      ? null
      : off === null
        ? own.none(format.plain(last))
        : Math.abs(off) < CLOSE
          ? own.close(format.integer(end + 1), format.plain(last))
          : (off > 0 ? own.high : own.low)(
              format.integer(end + 1),
              format.plain(Number(Math.abs(off).toFixed(1))),
              format.plain(last),
            );
  const n = format.integer;
  const say = (layer: number, decade: number | null): string =>
    decade === null ? own.nothing(n(layer)) : own.at(n(layer), format.plain(10 ** decade));
  return (
    <FigureFrame
      chart="sketch"
      title={revealed ? own.revealed : own.title}
      titleLevel={2}
      summary={spoken ?? own.label(n(depth))}
      caption={spoken ?? own.hint}
      actions={
        !revealed &&
        answer !== null && (
          <Button kind="quiet" onClick={() => useLesson.getState().forget(memory)}>
            {own.clear}
          </Button>
        )
      }
      numbers={
        measured === null
          ? undefined
          : figureNumbers({
              caption: own.revealed,
              columns: [
                { id: 'layer', title: words.charts.layerColumn },
                { id: 'yours', title: own.yours },
                { id: 'measured', title: own.measured },
              ],
              rows: () =>
                stds.map((std, i) => {
                  const mine = sketch[i] ?? null;
                  return {
                    id: String(i),
                    title: n(i + 1),
                    cells: [mine === null ? '–' : format.plain(10 ** mine), format.plain(std)],
                  };
                }),
            })
      }
    >
      <div ref={ref}>
        {size !== null && (
          <SketchChart
            sketch={sketch}
            measured={measured}
            domain={DOMAIN}
            tone={look.tone}
            dash={look.dash}
            shade={look.shade}
            xTitle={own.x}
            yTitle={own.y}
            label={own.label(n(depth))}
            yours={own.yours}
            theirs={own.measured}
            hint={own.title}
            size={size}
            format={format}
            say={say}
            onDraw={
              revealed
                ? undefined
                : (decades) => predict(memory, { kind: 'sketch', decades: [...decades] })
            }
          />
        )}
      </div>
    </FigureFrame>
  );
}
