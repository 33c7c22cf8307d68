import type { Measured, Target } from '../../engine/targets/target.ts';
import { SeedDots } from '../../charts/draws/SeedDots.tsx';
import { FigureFrame } from '../../charts/frame/FigureFrame.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { usePapersWords } from '../../i18n/papers/words.ts';

interface TargetDrawsProps {
  readonly target: Target;
  readonly measured: Measured;
}

/** Our draws, with the printed one marked among them, to show how likely it is. */
export function TargetDraws({ target, measured: { draws } }: TargetDrawsProps) {
  const { format, words: page } = useI18n();
  const words = usePapersWords();
  const [ref, size] = useChartSize();
  const [first] = target.values;
  if (first?.printed === undefined) return null;
  const printed = Number(first.printed);
  const smaller = draws.filter((draw) => draw < printed).length;
  const isBeyond = smaller === 0 || smaller === draws.length;
  const caption = isBeyond
    ? words.unlikely(format.integer(draws.length))
    : words.likely(format.integer(smaller), format.integer(draws.length));
  return (
    <FigureFrame
      chart="target-draws"
      title={words.drawTitle}
      summary={caption}
      caption={caption}
      numbers={{
        show: page.charts.numbers,
        hide: page.charts.hideNumbers,
        caption: words.drawTitle,
        columns: [
          { id: 'seed', title: page.lab.seed },
          { id: 'value', title: words.here },
        ],
        rows: () =>
          draws.map((draw, i) => ({
            id: String(i),
            title: format.integer(i + 1),
            cells: [format.plain(draw)],
          })),
        raw: () => draws.map((draw, i) => [i + 1, draw]),
      }}
    >
      <div ref={ref}>
        {size !== null && (
          <SeedDots
            draws={draws}
            band={first.band}
            printed={printed}
            printedName={words.printed}
            label={caption}
            size={size}
            format={format}
          />
        )}
      </div>
    </FigureFrame>
  );
}
