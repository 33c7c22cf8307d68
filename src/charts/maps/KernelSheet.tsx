import { useLayoutEffect, useRef } from 'react';
import { usePalette } from '../heatMap/themeColours.ts';
import styles from './maps.module.css';
import { colourOf } from './paintMap.ts';

/** Most kernels drawn of a layer, per row and per column. */
const MAX_SIDE = 16;
/** Columns for a layer with one input channel, whose kernels are wrapped into rows. */
const WRAPPED = 8;
/** Largest side of a weight's square, in rem. */
const PIXEL = { few: 0.65, many: 0.4 } as const;

export interface KernelSheetProps {
  /** `[units × channels × kernel × kernel]`. */
  readonly values: ArrayLike<number>;
  readonly units: number;
  readonly channels: number;
  readonly kernel: number;
  /** The weight of full colour, the same on both sides of zero. */
  readonly limit: number;
  readonly label: string;
}

/** Every kernel of a layer as a small picture: a row per output channel, a column per input channel. */
export function KernelSheet(props: KernelSheetProps) {
  const { values, units, channels, kernel, limit, label } = props;
  const ref = useRef<HTMLCanvasElement>(null);
  const palette = usePalette();
  const wraps = channels === 1;
  const shownUnits = wraps ? units : Math.min(units, MAX_SIDE);
  const columns = wraps ? Math.min(units, WRAPPED) : Math.min(channels, MAX_SIDE);
  const rows = wraps ? Math.ceil(units / columns) : shownUnits;
  const pitch = kernel + 1;
  const [width, height] = [columns * pitch - 1, rows * pitch - 1];
  useLayoutEffect(() => {
    const context = ref.current?.getContext('2d');
    if (!context) return;
    context.clearRect(0, 0, width, height);
    for (let tile = 0; tile < (wraps ? shownUnits : rows * columns); tile += 1) {
      const [row, column] = [Math.floor(tile / columns), tile % columns];
      const pair = wraps ? tile : row * channels + column;
      const image = context.createImageData(kernel, kernel);
      for (let i = 0; i < kernel * kernel; i += 1) {
        const value = values[pair * kernel * kernel + i] ?? Number.NaN;
        image.data.set([...colourOf(value, limit, 'signed', palette), 255], i * 4);
      }
      context.putImageData(image, column * pitch, row * pitch);
    }
  }, [
    values,
    channels,
    kernel,
    limit,
    palette,
    wraps,
    shownUnits,
    rows,
    columns,
    pitch,
    width,
    height,
  ]);
  return (
    <canvas
      ref={ref}
      className={styles['sheet']}
      width={width}
      height={height}
      style={{
        maxInlineSize: `${width * (wraps ? PIXEL.few : PIXEL.many)}rem`,
        aspectRatio: `${width} / ${height}`,
      }}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a canvas cannot be an img element
      role="img"
      aria-label={label}
    />
  );
}
