import { useState } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import { NetMatrix } from './NetMatrix.tsx';
import { NetPicture } from './NetPicture.tsx';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { largest, weightAt } from './netMark.ts';
import type { NetLayer, NetMark } from './netMark.ts';
import styles from './net.module.css';
import type { ChartFormat, ChartSize } from '../types.ts';

export interface NetWords {
  /** Names the marked weight, bias or unit. */
  readonly name: (mark: NetMark) => string;
  /** Explains the row of a unit. */
  readonly row: (unit: number) => string;
  readonly matrix: (layer: number) => string;
  readonly hint: ReactNode;
}

export interface SmallNetProps {
  readonly layers: readonly NetLayer[];
  /** Units of every layer of the whole net, the input first. */
  readonly sizes: readonly number[];
  readonly label: string;
  readonly size: ChartSize;
  readonly dir: 'ltr' | 'rtl';
  readonly format: ChartFormat;
  readonly words: NetWords;
}

/** `w₃₂` with its layer raised; `b₃` for a bias. */
function Symbol({ mark: { layer, unit, input } }: { readonly mark: NetMark }) {
  return (
    <bdi dir="ltr" lang="en">
      {input === 'bias' ? 'b' : 'w'}
      <sup>[{layer}]</sup>
      <sub>
        {unit}
        {typeof input === 'number' && `,${input}`}
      </sub>
    </bdi>
  );
}

/** A small net and its matrices: a weight pointed at in one is highlighted in the other. */
export function SmallNet({ layers, sizes, label, size, dir, format, words }: SmallNetProps) {
  const [mark, setMark] = useState<NetMark | null>(null);
  const limit = largest(layers);
  const layer = layers.find((each) => each.layer === mark?.layer);
  const input = mark?.input ?? null;
  // After a touch ends, the mark stays.
  const leave = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') setMark(null);
  };
  return (
    <div className={styles['net']} dir="ltr" onPointerLeave={leave}>
      <NetPicture
        layers={layers}
        sizes={sizes}
        limit={limit}
        label={label}
        size={{
          ...size,
          width: Math.min(size.width, size.rem * 14 * layers.length + size.rem * 4),
        }}
        print={format.integer}
        mark={mark}
        onMark={setMark}
      />
      <p className={styles['readout']} dir={dir} aria-live="polite" data-marked={mark !== null}>
        {mark === null || layer === undefined ? (
          words.hint
        ) : (
          <>
            {input !== null && (
              <>
                <strong dir="ltr">
                  <Symbol mark={mark} /> ={' '}
                  <HtmlNumber
                    text={format.number(
                      input === 'bias'
                        ? (layer.bias[mark.unit - 1] ?? 0)
                        : weightAt(layer, mark.unit, input),
                    )}
                  />
                </strong>{' '}
                <span>{words.name(mark)}</span>
              </>
            )}
            <span>{words.row(mark.unit)}</span>
          </>
        )}
      </p>
      <div className={styles['matrices']}>
        {layers.map((each) => (
          <NetMatrix
            key={each.layer}
            layer={each}
            limit={limit}
            label={words.matrix(each.layer)}
            format={format}
            name={words.name}
            mark={mark}
            onMark={setMark}
          />
        ))}
      </div>
    </div>
  );
}
