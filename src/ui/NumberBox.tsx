import { useState } from 'react';
import { useFormat } from '../i18n/I18n.tsx';
import { parseTyped } from '../i18n/format.ts';
import styles from './Slider.module.css';

interface NumberBoxProps {
  readonly value: number;
  /** With its unit, as printed while nobody types. */
  readonly text: string;
  readonly min: number;
  readonly max: number;
  readonly labelledBy: string;
  /** The neighbour one arrow key away. */
  readonly step: (value: number, direction: 1 | -1) => number;
  readonly onChange: (value: number) => void;
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowUp: 1, ArrowDown: -1 };

/** The value with its unit; while it has the focus, the bare number, typed in either script's digits. */
export function NumberBox({ value, text, min, max, labelledBy, step, onChange }: NumberBoxProps) {
  const format = useFormat();
  const [draft, setDraft] = useState<string | null>(null);
  const clamp = (next: number): number => Math.min(max, Math.max(min, next));
  const commit = (): void => {
    const next = parseTyped(draft ?? '');
    if (!Number.isNaN(next) && next !== value) onChange(clamp(next));
  };
  return (
    <input
      type="text"
      inputMode="decimal"
      autoComplete="off"
      className={styles['number']}
      aria-labelledby={labelledBy}
      value={draft ?? text}
      size={Math.max(4, text.length)}
      onFocus={(event) => {
        // Written before React does, so that it stays selected.
        event.target.value = format.typed(value);
        event.target.select();
        setDraft(event.target.value);
      }}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => {
        commit();
        setDraft(null);
      }}
      onKeyDown={(event) => {
        const direction = STEPS[event.key];
        if (event.key === 'Enter') {
          commit();
          const next = parseTyped(draft ?? '');
          setDraft(format.typed(Number.isNaN(next) ? value : clamp(next)));
        } else if (event.key === 'Escape') {
          setDraft(format.typed(value));
        } else if (direction !== undefined) {
          event.preventDefault();
          const next = clamp(step(value, direction));
          onChange(next);
          setDraft(format.typed(next));
        }
      }}
    />
  );
}
