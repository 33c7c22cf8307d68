import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { HtmlNumber } from '../frame/PrintedNumber.tsx';
import { nearness, rounded, signOf, step, weightAt } from './netMark.ts';
import type { NetLayer, NetMark } from './netMark.ts';
import styles from './net.module.css';
import type { ChartFormat } from '../types.ts';

interface NetMatrixProps {
  readonly layer: NetLayer;
  /** |w| with the strongest tint. */
  readonly limit: number;
  readonly label: string;
  readonly format: ChartFormat;
  /** Names a cell for a screen reader. */
  readonly name: (mark: NetMark) => string;
  readonly mark: NetMark | null;
  readonly onMark: (mark: NetMark) => void;
}

/** A weight matrix in numbers, one row per unit, with its bias last; arrow keys walk the cells. */
export function NetMatrix({ layer, limit, label, format, name, mark, onMark }: NetMatrixProps) {
  const grid = useRef<HTMLTableElement>(null);
  const { fanIn, fanOut, rows, cols } = layer;
  const units = Array.from({ length: rows }, (_, i) => i + 1);
  const inputs = Array.from({ length: cols }, (_, i) => i + 1);
  const mine = mark?.layer === layer.layer ? mark : null;
  // Only one cell is in the tab order: the marked one, or else the first.
  const stop = { unit: mine?.unit ?? 1, input: mine?.input ?? (cols > 0 ? 1 : 'bias') };
  const walk = (event: KeyboardEvent, at: NetMark): void => {
    const next = step(event.key, at, layer);
    if (next === null) return;
    event.preventDefault();
    grid.current
      ?.querySelector<HTMLElement>(`[data-cell="${next.unit}-${next.input}"]`)
      ?.focus({ preventScroll: false });
  };
  const cell = (unit: number, input: number | 'bias') => {
    const value = input === 'bias' ? (layer.bias[unit - 1] ?? 0) : weightAt(layer, unit, input);
    const here: NetMark = { layer: layer.layer, unit, input };
    const share = Math.min(1, Math.abs(value) / limit);
    return (
      <td
        key={input}
        className={styles['cell']}
        data-cell={`${unit}-${input}`}
        data-sign={signOf(value)}
        data-near={nearness(mark, layer.layer, unit, input)}
        style={{ '--share': `${Math.round(share * 45)}%` }}
        tabIndex={stop.unit === unit && stop.input === input ? 0 : -1}
        aria-label={`${name(here)}: ${format.number(value).base}`}
        onPointerEnter={() => onMark(here)}
        onFocus={() => onMark(here)}
        onKeyDown={(event) => walk(event, here)}
      >
        <HtmlNumber text={format.number(rounded(value, limit))} />
      </td>
    );
  };
  const sup = `[${layer.layer}]`;
  return (
    <div className={styles['matrix']}>
      <p className={styles['shape']} aria-hidden>
        <b>
          W<sup>{sup}</sup>
        </b>{' '}
        : {fanOut} × {fanIn}
      </p>
      <div className={styles['scroll']}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- keys walk its cells */}
        <table ref={grid} className={styles['grid']} role="grid" aria-label={label}>
          <thead>
            <tr>
              <td aria-hidden />
              {inputs.map((input) => (
                <th key={input} scope="col" data-near={mine?.input === input}>
                  {format.integer(input)}
                </th>
              ))}
              {fanIn > cols && <th aria-hidden>…</th>}
              <td className={styles['apart']} aria-hidden />
              <th scope="col" data-near={mine?.input === 'bias'}>
                <b>
                  b<sup>{sup}</sup>
                </b>
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit} data-near={mine?.unit === unit}>
                <th
                  scope="row"
                  onPointerEnter={() => onMark({ layer: layer.layer, unit, input: null })}
                >
                  {format.integer(unit)}
                </th>
                {inputs.map((input) => cell(unit, input))}
                {fanIn > cols && <td aria-hidden>…</td>}
                <td aria-hidden />
                {cell(unit, 'bias')}
              </tr>
            ))}
          </tbody>
        </table>
        {fanOut > rows && (
          <p className={styles['below']} aria-hidden>
            ⋮
          </p>
        )}
      </div>
    </div>
  );
}
