import { useMemo } from 'react';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { HalfPicture } from '../../charts/half/HalfPicture.tsx';
import { sharedDomains } from '../../engine/lab/domains.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useHalfWords } from '../../i18n/half/words.ts';
import { useStore } from '../../store/store.ts';
import { useFigureNumbers } from '../files/useFigureNumbers.ts';
import { LaneTag } from '../lanes/LaneTag.tsx';
import { useLaneLook } from '../lanes/useLaneLook.ts';

interface HalfPanelProps {
  /** A lane of ReLU layers. */
  readonly lane: number;
  readonly titleLevel?: 2 | 3;
}

/** A symbol with its layer as subscript, such as `h` of layer 2, as a name in a chart. */
const symbolOf = (letter: 'z' | 'h', layer: number) => (
  <bdi dir="ltr" lang="en">
    {letter}
    <sup>[{layer}]</sup>
  </bdi>
);

/** The part of a layer's sums that ReLU sets to zero, and the mean square that remains after every layer. */
export function HalfPanel({ lane, titleLevel = 3 }: HalfPanelProps) {
  const { words, format, dir } = useI18n();
  const half = useHalfWords();
  const figureNumbers = useFigureNumbers();
  const shown = useStore((state) => state.lanes[lane]?.shown ?? null);
  const look = useLaneLook(lane);
  const [ref, size] = useChartSize();
  const first = shown?.layers[0]?.preActivations;
  const bars = useMemo(() => {
    if (first === undefined) return [];
    const whole = first.rms ** 2;
    return [
      { key: 'z', name: symbolOf('z', 1), share: 1 },
      ...(shown?.layers ?? []).map(({ layer, activations }) => ({
        key: `h${layer}`,
        name: symbolOf('h', layer),
        share: activations.rms ** 2 / whole,
      })),
    ];
  }, [first, shown]);
  const chartWords = useMemo(
    () => ({
      dropped: half.dropped,
      kept: half.kept,
      bin: half.bin,
      share: words.charts.share,
    }),
    [half, words],
  );
  const domain = useMemo(
    () => (shown === null ? null : sharedDomains([shown.config]).preActivations),
    [shown],
  );
  const last = bars.at(-1);
  return (
    <FigureFrame
      chart="half"
      title={
        <>
          {half.title} <LaneTag lane={lane} />
        </>
      }
      titleLevel={titleLevel}
      summary={
        last === undefined
          ? words.charts.stillComputing
          : half.spoken(format.integer(bars.length - 1), format.percent(last.share))
      }
      numbers={figureNumbers({
        caption: half.bars,
        columns: [
          { id: 'layer', title: words.charts.layerColumn },
          { id: 'share', title: half.bars },
        ],
        rows: () =>
          bars.map(({ key, share }, i) => ({
            id: key,
            title: i === 0 ? 'z' : `h, ${format.integer(i)}`,
            cells: [format.plain(share)],
          })),
      })}
    >
      <div ref={ref}>
        {size !== null && first !== undefined && domain !== null && (
          <HalfPicture
            summary={first}
            domain={domain}
            look={look}
            bars={bars}
            barsTitle={half.bars}
            xTitle={words.quantities.preActivations.name}
            label={half.title}
            size={size}
            dir={dir}
            format={format}
            words={chartWords}
          />
        )}
      </div>
    </FigureFrame>
  );
}
