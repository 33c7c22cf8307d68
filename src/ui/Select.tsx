import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './Select.module.css';

interface SelectProps<T extends string> {
  readonly label: ReactNode;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly control?: string;
  readonly onChange: (value: T) => void;
}

/** A choice among many options: the native select element. */
export function Select<T extends string>({
  label,
  value,
  options,
  control,
  onChange,
}: SelectProps<T>) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        data-control={control}
        value={value}
        onChange={(event) => {
          const found = options.find((option) => option.value === event.target.value);
          if (found !== undefined) onChange(found.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
