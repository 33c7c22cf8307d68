import { useState } from 'react';
import { parseNumber } from '../i18n/format.ts';
import { useFormat, useWords } from '../i18n/I18n.tsx';
import styles from './Slider.module.css';

interface NumberBoxProps {
  readonly value: number;
  /** The value with its unit, shown while nobody types. */
  readonly text: string;
  readonly min: number;
  readonly max: number;
  readonly labelledBy: string;
  /** Key of the link that this field sets, if no slider sets it. */
  readonly control?: string;
  /** The next value in the direction of an arrow key. */
  readonly step: (value: number, direction: 1 | -1) => number;
  readonly onChange: (value: number) => void;
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowUp: 1, ArrowDown: -1 };

/**
 * Shows the value with its unit; while focused, the bare number, which may be typed in the digits of any script
 * that parseNumber reads.
 */
export function NumberBox({
  value,
  text,
  min,
  max,
  labelledBy,
  control,
  step,
  onChange,
}: NumberBoxProps) {
  const format = useFormat();
  const { lab } = useWords();
  const [focused, setFocused] = useState(false);
  // Set only while somebody types; otherwise the field shows the value in use, rounded and within its limits.
  const [draft, setDraft] = useState<string | null>(null);
  /** Typed text that is not a number. */
  const [refused, setRefused] = useState<string | null>(null);
  const clamp = (next: number): number => Math.min(max, Math.max(min, next));
  const commit = (): void => {
    const next = draft === null ? value : parseNumber(draft);
    setDraft(null);
    setRefused(next === undefined ? draft : null);
    if (next !== undefined && next !== value) onChange(clamp(next));
  };
  return (
    <>
      <input
        type="text"
        // The decimal keyboard of a phone has no minus.
        inputMode={min < 0 ? 'text' : 'decimal'}
        autoComplete="off"
        className={styles['number']}
        data-control={control}
        aria-labelledby={labelledBy}
        aria-invalid={refused !== null}
        // Keeps a minus before its number in both page directions.
        dir={focused ? 'ltr' : undefined}
        value={draft ?? (focused ? format.typed(value) : text)}
        size={Math.max(4, text.length)}
        onFocus={(event) => {
          // Written before React does it, so that the text stays selected.
          event.target.value = format.typed(value);
          event.target.select();
          setFocused(true);
        }}
        onChange={(event) => {
          setDraft(event.target.value);
          setRefused(null);
        }}
        onBlur={() => {
          if (draft !== null) commit();
          setFocused(false);
        }}
        onKeyDown={(event) => {
          const direction = STEPS[event.key];
          if (event.key === 'Enter') commit();
          else if (event.key === 'Escape') setDraft(null);
          else if (direction !== undefined) {
            event.preventDefault();
            setDraft(null);
            onChange(clamp(step(value, direction)));
          }
        }}
      />
      {refused !== null && (
        <span className={styles['refused']} role="alert">
          {lab.notNumber(refused)}
        </span>
      )}
    </>
  );
}
