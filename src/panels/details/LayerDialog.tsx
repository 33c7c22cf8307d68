import { useMemo } from 'react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { LayerHistogram } from '../../charts/histogram/LayerHistogram.tsx';
import { HtmlNumber } from '../../charts/frame/PrintedNumber.tsx';
import { useChartSize } from '../../charts/frame/useChartSize.ts';
import { activation } from '../../engine/rules/activations.ts';
import { QUANTITIES } from '../../engine/types.ts';
import type { Summary } from '../../engine/types.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { isStale } from '../../store/state/selectors.ts';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Ltr } from '../../ui/Ltr.tsx';
import styles from './LayerDialog.module.css';
import { useLaneLook } from '../lanes/useLaneLook.ts';
import { laneName } from '../lanes/laneNames.ts';
import { verdictWhy } from '../lanes/verdictWords.ts';

/** The opened layer at full size, with its numbers. */
export function LayerDialog() {
  const { words, format } = useI18n();
  const opened = useStore((state) => state.opened);
  const lab = useStore((state) => state.lab);
  const quantity = useStore((state) => state.quantity);
  const scale = useStore((state) => state.scale);
  const setView = useStore((state) => state.setView);
  const state = useStore((all) => (opened === null ? undefined : all.lanes[opened.lane]));
  const [ref, size] = useChartSize();
  const look = useLaneLook(opened?.lane ?? 0);
  const { charts } = words;
  const chartWords = useMemo(
    () => ({
      bin: charts.value,
      count: charts.count,
      share: charts.share,
      zero: (share: number) => `${format.percent(share)} = ${format.integer(0)}`,
      below: (share: number) => `← ${format.percent(share)}`,
      above: (share: number) => `${format.percent(share)} →`,
      nonFinite: (share: number) => charts.nonFinite(format.percent(share)),
      quantiles: charts.quantiles,
      meanStd: `${charts.mean} ± ${charts.std}`,
    }),
    [charts, format],
  );
  const lane = opened === null ? undefined : lab.lanes[opened.lane];
  const shown = state?.shown ?? null;
  if (opened === null || lane === undefined || state === undefined || shown === null) return null;

  const { layer } = opened;
  const depth = shown.config.depth;
  const stats = shown.layers[layer - 1];
  const summary = stats?.[quantity] ?? null;
  const { saturation } = activation(shown.config.act.id);
  const limits =
    quantity === 'activations' && saturation !== null
      ? [saturation.low, saturation.high].map((value) => ({ value, label: format.plain(value) }))
      : [];
  const name = laneName(lane, words, format);
  const close = (): void => setView({ opened: null });
  const move = (by: number): void =>
    setView({ opened: { lane: opened.lane, layer: layer + by }, focus: layer + by });
  return (
    <Dialog
      size="wide"
      title={charts.openLayer(name, format.integer(layer))}
      closeLabel={words.lab.close}
      onClose={close}
    >
      <div className={styles['bar']}>
        <Choice
          bare
          label={words.lab.show}
          value={quantity}
          options={QUANTITIES.map((each) => ({
            value: each,
            label: (
              <span title={words.quantities[each].name}>
                <Ltr>{words.quantities[each].symbol}</Ltr>
              </span>
            ),
          }))}
          onChange={(next) => setView({ quantity: next })}
        />
        <Choice
          bare
          label={words.lab.scale}
          value={scale}
          options={[
            { value: 'same', label: words.lab.same },
            { value: 'own', label: words.lab.own },
          ]}
          onChange={(next) => setView({ scale: next })}
        />
        <div className={styles['moves']}>
          <Button disabled={layer <= 1} aria-label={charts.previous} onClick={() => move(-1)}>
            <ChevronLeft aria-hidden className={styles['arrow'] ?? ''} size="1.2em" />
          </Button>
          <Button disabled={layer >= depth} aria-label={charts.next} onClick={() => move(1)}>
            <ChevronRight aria-hidden className={styles['arrow'] ?? ''} size="1.2em" />
          </Button>
        </div>
      </div>
      <div ref={ref} dir="ltr" className={styles['plot']}>
        {summary === null && <p>{charts.noGradient}</p>}
        {size !== null && summary !== null && (
          <LayerHistogram
            summary={summary}
            scale={scale}
            domain={shown.domains[quantity]}
            tone={look.tone}
            shade={look.shade}
            stale={isStale(state)}
            xTitle={`${words.quantities[quantity].name} (${words.quantities[quantity].symbol})`}
            yTitle={charts.share}
            label={charts.openLayer(name, format.integer(layer))}
            size={size}
            limits={limits}
            format={format}
            words={chartWords}
          />
        )}
      </div>
      {summary !== null && stats !== undefined && (
        <LayerNumbers
          summary={summary}
          fans={`${format.integer(stats.fanIn)} → ${format.integer(stats.fanOut)}`}
          distinct={`${format.integer(stats.distinctUnits)} / ${format.integer(stats.units)}`}
        />
      )}
      {shown.outcome !== null && (
        <p className={styles['why']}>{verdictWhy(shown.outcome.verdict, words, format)}</p>
      )}
    </Dialog>
  );
}

interface LayerNumbersProps {
  readonly summary: Summary;
  readonly fans: string;
  readonly distinct: string;
}

function LayerNumbers({ summary, fans, distinct }: LayerNumbersProps) {
  const { words, format } = useI18n();
  const { charts } = words;
  const number = (value: number) => <HtmlNumber text={format.number(value)} />;
  const items: readonly (readonly [string, React.ReactNode])[] = [
    [charts.mean, number(summary.mean)],
    [charts.std, number(summary.std)],
    [charts.rms, number(summary.rms)],
    [charts.min, number(summary.min)],
    [charts.median, number(summary.quantiles[2] ?? Number.NaN)],
    [charts.max, number(summary.max)],
    [charts.zero, format.percent(summary.zero)],
    [charts.saturated, format.percent(summary.saturated)],
    [charts.finite, format.percent(summary.finite / summary.count)],
    ['fan-in → fan-out', <Ltr key="fans">{fans}</Ltr>],
    [charts.distinct, <Ltr key="distinct">{distinct}</Ltr>],
  ];
  return (
    <dl className={styles['numbers']}>
      {items.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
