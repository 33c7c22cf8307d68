import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { NumberBox } from './NumberBox.tsx';
import styles from './Slider.module.css';
import { useBusyPage } from './whenNear.ts';

interface SliderProps {
  readonly label: ReactNode;
  readonly value: number;
  /** The value as printed beside the label: `10 layers`. */
  readonly text: string;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  /** Limits for typed values, if wider than the slider's range. */
  readonly limits?: { readonly min: number; readonly max: number };
  /** Stops of an uneven scale; if absent, the slider is linear between min and max. */
  readonly stops?: readonly number[];
  readonly control?: string;
  readonly onChange: (value: number) => void;
}

/** Index of the stop nearest to the value. */
function nearest(stops: readonly number[], value: number): number {
  let best = 0;
  stops.forEach((stop, i) => {
    if (Math.abs(stop - value) < Math.abs((stops[best] ?? 0) - value)) best = i;
  });
  return best;
}

/** Whether the slider is held; nothing is drawn ahead while it is. Returns what to call when it is pressed. */
function useHeld(): () => void {
  const [held, setHeld] = useState(false);
  useBusyPage(held);
  useEffect(() => {
    if (!held) return undefined;
    const release = (): void => setHeld(false);
    const listening = new AbortController();
    for (const event of ['pointerup', 'pointercancel', 'blur'])
      addEventListener(event, release, { signal: listening.signal });
    return () => listening.abort();
  }, [held]);
  return () => setHeld(true);
}

/**
 * Passes a value on in a task of its own, so that the frame in which the slider moved does not wait for what follows
 * from it; of several values before that task only the last. Returns the value that is on its way, and how to send one.
 */
function useSoon(pass: (value: number) => void): [number | null, (value: number) => void] {
  const [sent, setSent] = useState<number | null>(null);
  const last = useRef<number | null>(null);
  const send = (value: number): void => {
    setSent(value);
    const waits = last.current !== null;
    last.current = value;
    if (waits) return;
    setTimeout(() => {
      const arrived = last.current ?? value;
      last.current = null;
      setSent(null);
      pass(arrived);
    });
  };
  return [sent, send];
}

/** A native range input beside a number field: the range may be limited to stops, the number is not. */
export function Slider(props: SliderProps) {
  const { label, value, text, min, max, step = 1, limits, stops, control, onChange } = props;
  const id = useId();
  const hold = useHeld();
  const low = stops === undefined ? min : 0;
  const high = stops === undefined ? max : stops.length - 1;
  const [sent, send] = useSoon((at) => onChange(stops === undefined ? at : (stops[at] ?? value)));
  const at = sent ?? (stops === undefined ? value : nearest(stops, value));
  const filled = high > low ? ((at - low) / (high - low)) * 100 : 0;
  return (
    <div className={styles['slider']}>
      <div className={styles['head']}>
        <label id={`${id}-label`} htmlFor={id}>
          {label}
        </label>
        <NumberBox
          value={value}
          text={text}
          min={limits?.min ?? min}
          max={limits?.max ?? max}
          // toPrecision drops rounding errors of binary fractions, as in 0.1 + 0.2.
          step={(from, direction) => Number((from + direction * step).toPrecision(12))}
          onChange={onChange}
          labelledBy={`${id}-label`}
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
        onPointerDown={hold}
        onChange={(event) => send(Number(event.target.value))}
      />
    </div>
  );
}
