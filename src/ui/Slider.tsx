import { useId } from 'react';
import type { ReactNode } from 'react';
import { parseTyped } from '../i18n/format.ts';
import styles from './Slider.module.css';

interface SliderProps {
  readonly label: ReactNode;
  readonly value: number;
  /** As printed beside the label: `10 layers`. */
  readonly text: string;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** Stops of an uneven scale; where absent the slider is even between min and max. */
  readonly stops?: readonly number[];
  readonly control?: string;
  readonly onChange: (value: number) => void;
}

/** The stop nearest to the value. */
function nearest(stops: readonly number[], value: number): number {
  let best = 0;
  stops.forEach((stop, i) => {
    if (Math.abs(stop - value) < Math.abs((stops[best] ?? 0) - value)) best = i;
  });
  return best;
}

/** A native range beside a number that can be typed. */
export function Slider(props: SliderProps) {
  const { label, value, text, min, max, step = 1, stops, control, onChange } = props;
  const id = useId();
  const low = stops === undefined ? min : 0;
  const high = stops === undefined ? max : stops.length - 1;
  const at = stops === undefined ? value : nearest(stops, value);
  const filled = high > low ? ((at - low) / (high - low)) * 100 : 0;
  return (
    <div className={styles['slider']}>
      <div className={styles['head']}>
        <label htmlFor={id}>{label}</label>
        <NumberBox
          value={value}
          text={text}
          min={min}
          max={max}
          step={step}
          onChange={onChange}
          labelledBy={id}
        />
      </div>
      <input
        id={id}
        type="range"
        data-control={control}
        min={low}
        max={high}
        step={stops === undefined ? step : 1}
        value={at}
        aria-valuetext={text}
        style={{ '--filled': `${filled}%` }}
        onChange={(event) => {
          const next = Number(event.target.value);
          onChange(stops === undefined ? next : (stops[next] ?? value));
        }}
      />
    </div>
  );
}

interface NumberBoxProps {
  readonly value: number;
  readonly text: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly labelledBy: string;
  readonly onChange: (value: number) => void;
}

/** Shows the value with its unit; while it has the focus, the bare number, in either script's digits. */
function NumberBox({ value, text, min, max, labelledBy, onChange }: NumberBoxProps) {
  const commit = (typed: string): void => {
    const next = parseTyped(typed);
    if (!Number.isNaN(next)) onChange(Math.min(max, Math.max(min, next)));
  };
  return (
    <input
      key={value}
      type="text"
      inputMode="decimal"
      className={styles['number']}
      aria-labelledby={labelledBy}
      defaultValue={text}
      size={Math.max(4, text.length)}
      onFocus={(event) => {
        event.target.value = String(value);
        event.target.select();
      }}
      onBlur={(event) => {
        commit(event.target.value);
        event.target.value = text;
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit(event.currentTarget.value);
      }}
    />
  );
}
