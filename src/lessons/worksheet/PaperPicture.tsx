import type { ReactNode } from 'react';
import { INTERVAL } from '../../engine/math/shareOutside.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useWorksheetWords } from '../../i18n/worksheet/words.ts';
import type { LaneFacts } from '../facts/facts.ts';
import { PaperCurve } from './PaperCurve.tsx';
import type { CurvePicture, Picture } from './paperPictures.ts';
import styles from './worksheet.module.css';

interface PaperPictureProps {
  readonly picture: Picture;
  /** For a spread, the lanes whose curves are already drawn. */
  readonly drawn: readonly (LaneFacts | null)[];
  /** Number of layers already drawn, from the first. */
  readonly layers: number;
  /** On the page of answers: smaller, and without the question. */
  readonly answer: boolean;
}

/** Axes on paper, in black: empty to draw on, or with the measured results. */
export function PaperPicture({ picture, drawn, layers, answer }: PaperPictureProps) {
  const { draw, axes } = useWorksheetWords();
  const task = ((): string => {
    switch (picture.kind) {
      case 'loss':
        return picture.lanes > 1 ? draw.loss : draw.oneLoss;
      case 'spread':
        if (picture.given > 0) return draw.goOn;
        return picture.lanes > 1 ? draw.spread : draw.oneSpread;
      case 'histogram':
        return draw.histogram;
      case 'weights':
        return draw.weights;
      case 'curve':
        return draw.curve;
    }
  })();
  const titles = {
    loss: [axes.loss, axes.step],
    spread: [axes.spread, axes.layer],
    histogram: [null, axes.lastLayer],
    weights: [null, axes.weights],
    curve: [null, axes.sums],
  }[picture.kind];
  return (
    <figure className={styles['picture']} data-picture={picture.kind} data-answer={answer}>
      {!answer && <figcaption>{task}</figcaption>}
      {titles[0] != null && <p className={styles['y']}>{titles[0]}</p>}
      {picture.kind === 'curve' ? (
        <PaperCurve picture={picture} sums={answer ? sumsOf(picture, drawn) : null} />
      ) : (
        <Plot picture={picture} drawn={drawn} layers={layers} />
      )}
      <p className={styles['x']}>{titles[1]}</p>
    </figure>
  );
}

/** Size in the units of the drawing. */
const SIZE = { w: 600, h: 210 } as const;
const PLOT = { x: 52, y: 8, w: 536, h: 174 } as const;

interface PlotProps extends Pick<PaperPictureProps, 'drawn' | 'layers'> {
  readonly picture: Exclude<Picture, CurvePicture>;
}

/** The measured sums of the layer that the picture is about. */
const sumsOf = ({ layer }: CurvePicture, [lane]: PaperPictureProps['drawn']) =>
  lane?.layers[layer - 1]?.preActivations.own ?? null;

function Plot({ picture, drawn, layers }: PlotProps) {
  const { format } = useI18n();
  switch (picture.kind) {
    case 'loss': {
      const { steps } = picture;
      const y = (loss: number): number => PLOT.y + (1 - loss) * PLOT.h;
      return (
        <Axes
          x={[0, 0.25, 0.5, 0.75, 1].map((at) => [at, format.integer(at * steps)])}
          y={[0, 0.25, 0.5, 0.75, 1].map((at) => [at, format.plain(at)])}
        >
          <line x1={PLOT.x} x2={PLOT.x + PLOT.w} y1={y(Math.LN2)} y2={y(Math.LN2)} data-dashed />
          <text x={PLOT.x + PLOT.w} y={y(Math.LN2) - 4} textAnchor="end">
            ln 2
          </text>
        </Axes>
      );
    }
    case 'spread': {
      const { layers: depth, lo, hi } = picture;
      const sx = (layer: number): number => (layer - 1) / Math.max(1, depth - 1);
      // Exact zero has a separate row below the powers of ten.
      const row = (hi - lo) * 0.1;
      const up = (decade: number): number => (decade - lo + row) / (hi - lo + row);
      const every = hi - lo > 40 ? 10 : 4;
      const decades = Array.from({ length: hi - lo + 1 }, (_, i) => lo + i);
      const marks = [1, ...Array.from({ length: 10 }, (_, i) => ((i + 1) * depth) / 10)];
      return (
        <Axes
          x={marks.filter(Number.isInteger).map((layer) => [sx(layer), format.integer(layer)])}
          y={[
            [0, format.integer(0)],
            ...decades
              .filter((decade) => decade % every === 0)
              .map((decade): Tick => [up(decade), format.plain(10 ** decade)]),
          ]}
        >
          {drawn.map((lane, index) => (
            <path
              // oxlint-disable-next-line react/no-array-index-key -- lanes have no other name
              key={index}
              data-drawn
              strokeDasharray={['', '9 5', '2 4', '9 4 2 4'][index % 4]}
              d={(lane?.layers ?? [])
                .slice(0, layers)
                .map(({ layer, activations: { std } }, i, all) => {
                  if (!(std >= 0) || std === Infinity) return '';
                  const at = std === 0 ? 0 : up(Math.log10(std));
                  const [x, y] = [PLOT.x + sx(layer) * PLOT.w, PLOT.y + (1 - at) * PLOT.h];
                  const before = all[i - 1]?.activations.std ?? Infinity;
                  const joined = before < Infinity && (before === 0) === (std === 0);
                  return `${joined ? 'L' : 'M'}${x.toFixed(1)},${y.toFixed(1)}`;
                })
                .join('')}
            />
          ))}
        </Axes>
      );
    }
    case 'histogram': {
      const { lo, hi } = picture;
      return (
        <Axes
          x={[0, 0.25, 0.5, 0.75, 1].map((at) => [at, format.plain(lo + at * (hi - lo))])}
          y={[]}
        />
      );
    }
    case 'weights': {
      const { limit, widest } = picture;
      const sx = (weight: number): number => (weight + widest) / (2 * widest);
      const at = (weight: number): number => PLOT.x + sx(weight) * PLOT.w;
      // A normal density of σ = limit has a peak 0.8 times as high as this block, so it fits.
      const top = PLOT.y + PLOT.h * 0.35;
      return (
        <Axes
          x={[-widest, -2 * INTERVAL, -INTERVAL, 0, INTERVAL, 2 * INTERVAL, widest].map(
            (weight) => [sx(weight), format.plain(weight)],
          )}
          y={[]}
        >
          <path
            data-drawn
            d={`M${at(-limit)},${PLOT.y + PLOT.h}V${top}H${at(limit)}V${PLOT.y + PLOT.h}`}
          />
        </Axes>
      );
    }
  }
}

/** Position along the axis, in [0, 1], and its label. */
type Tick = readonly [at: number, text: string];

interface AxesProps {
  readonly x: readonly Tick[];
  readonly y: readonly Tick[];
  readonly children?: ReactNode;
}

function Axes({ x, y, children }: AxesProps) {
  const bottom = PLOT.y + PLOT.h;
  return (
    <svg viewBox={`0 0 ${SIZE.w} ${SIZE.h}`} aria-hidden>
      {x.map(([at, text]) => {
        const sx = PLOT.x + at * PLOT.w;
        return (
          <g key={text}>
            <line x1={sx} x2={sx} y1={PLOT.y} y2={bottom} data-rule />
            <text x={sx} y={bottom + 20} textAnchor="middle">
              {text}
            </text>
          </g>
        );
      })}
      {y.map(([at, text]) => {
        const sy = PLOT.y + (1 - at) * PLOT.h;
        return (
          <g key={text}>
            <line x1={PLOT.x} x2={PLOT.x + PLOT.w} y1={sy} y2={sy} data-rule />
            <text x={PLOT.x - 7} y={sy + 5} textAnchor="end">
              {text}
            </text>
          </g>
        );
      })}
      {children}
      <path
        d={
          y.length > 0
            ? `M${PLOT.x},${PLOT.y}V${bottom}H${PLOT.x + PLOT.w}`
            : `M${PLOT.x},${bottom}h${PLOT.w}`
        }
        data-axis
      />
    </svg>
  );
}
