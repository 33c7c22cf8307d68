import type { ReactNode } from 'react';
import styles from './Toggle.module.css';

interface ToggleProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly control?: string;
  readonly onChange: (checked: boolean) => void;
}

export function Toggle({ label, checked, control, onChange }: ToggleProps) {
  return (
    <label className={styles['toggle']}>
      <span>{label}</span>
      <input
        type="checkbox"
        data-control={control}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}
