import { createElement, memo, useId, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Quantity } from '../../engine/types.ts';
import { StripFocus } from './StripFocus.tsx';
import { LayersProvider, StripProvider } from './stripContext.ts';
import type { StripWords } from './stripContext.ts';
import { rowHeight, stripHeight, stripMargin } from './stripGeometry.ts';
import { threadWidth } from './spreadThread.ts';
import styles from './strip.module.css';
import { useTurn } from '../../ui/useTurn.ts';
import type { ChartFormat, ChartSize, HistogramScale, LayerFocus, Shade, Tone } from '../types.ts';
import { useStripPlot } from './useStripPlot.ts';

export interface HistogramStripProps extends LayerFocus {
  /** Index of the lane, for `data-lane`. */
  readonly lane: number;
  readonly quantity: Quantity;
  /** 1–100. */
  readonly layers: number;
  /** Names the group of rows: the lane. */
  readonly label: string;
  readonly tone: Tone;
  readonly shade?: Shade | undefined;
  readonly size: ChartSize;
  readonly scale: HistogramScale;
  /** The quantity's shared domain; the x-axis of `same`. */
  readonly domain: readonly [lo: number, hi: number];
  /** Layer numbers, in the leftmost lane only: they extend 2 rem to the left of it. */
  readonly layerLabels: boolean;
  /** Drawn without Recharts, for a page that should load quickly. */
  readonly plain?: boolean;
  /** Text below the axis: the state of the scale switch. */
  readonly axisTitle?: string | undefined;
  readonly stale: boolean;
  readonly format: ChartFormat;
  readonly words: StripWords;
  /** A connected child that returns `HistogramLayers`. Keep the element stable: the frame is rendered again with it. */
  readonly histograms: ReactNode;
  /**
   * A connected child that returns a `SpreadThread`, drawn where all layers share one scale, within a `ThreadRange`. Keep
   * the element stable.
   */
  readonly thread?: ReactNode;
}

/** A lane: its layers as rows, the first at the top, in one chart with one x-axis. */
export const HistogramStrip = memo(function HistogramStrip(props: HistogramStripProps) {
  const { lane, quantity, layers, label, tone, size, scale, domain, stale, format, words } = props;
  const id = useId();
  const { plain = false } = props;
  const kind = useStripPlot(plain, layers);
  const turn = useTurn();
  const { rem, width } = size;
  const pitch = Math.round(rowHeight(layers, rem) * (size.pitch ?? 1));
  const [lo, hi] = domain;
  const thread = scale === 'same' ? props.thread : undefined;
  const wide = thread === undefined ? 0 : threadWidth(width, rem);
  const margin = useMemo(() => stripMargin(scale, lo, rem, wide), [scale, lo, rem, wide]);
  const reach = Math.max(hi, -lo);
  const strip = useMemo(
    () => ({ id, rem, scale, format, words, reach, threadWidth: wide }),
    [id, rem, scale, format, words, reach, wide],
  );
  const plot = {
    layers,
    width,
    rem,
    pitch,
    margin,
    lo,
    hi,
    scale,
    layerLabels: props.layerLabels,
    format,
    histograms: props.histograms,
    thread,
  };
  return (
    <StripProvider value={strip}>
      <LayersProvider value={layers}>
        <div
          className={styles['strip']}
          dir="ltr"
          data-tone={tone}
          data-shade={props.shade}
          data-stale={stale}
        >
          {turn && (
            <StripFocus
              lane={lane}
              quantity={quantity}
              layers={layers}
              label={label}
              pitch={pitch}
              top={margin.top}
              idPrefix={id}
              layerLabels={props.layerLabels}
              focused={props.focused}
              onFocusLayer={props.onFocusLayer}
              onOpenLayer={props.onOpenLayer}
            />
          )}
          <div
            className={styles['plot']}
            style={{ blockSize: stripHeight(layers, pitch, margin, rem) }}
          >
            {turn && createElement(kind, plot)}
          </div>
          {props.axisTitle !== undefined && (
            <p className={styles['axisTitle']} style={{ marginInlineStart: margin.left }}>
              <bdi>{props.axisTitle}</bdi>
            </p>
          )}
        </div>
      </LayersProvider>
    </StripProvider>
  );
});
