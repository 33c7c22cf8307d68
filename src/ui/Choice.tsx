import { useId } from 'react';
import type { ReactNode } from 'react';
import { VisuallyHidden } from './VisuallyHidden.tsx';
import styles from './Choice.module.css';

export interface ChoiceOption<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
}

interface ChoiceProps<T extends string> {
  readonly label: ReactNode;
  readonly value: T | null;
  readonly options: readonly ChoiceOption<T>[];
  readonly control?: string;
  /** Shows the label only to screen readers. */
  readonly bare?: boolean;
  readonly onChange: (value: T) => void;
}

/** A choice among a few options: radio buttons that look like one bar. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, value, options, control, bare = false, onChange } = props;
  const name = useId();
  return (
    <fieldset className={styles['choice']} data-control={control}>
      {bare ? (
        <VisuallyHidden as="legend">{label}</VisuallyHidden>
      ) : (
        <legend className={styles['legend']}>{label}</legend>
      )}
      <div className={styles['bar']}>
        {options.map((option) => (
          <label key={option.value} className={styles['option']}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
