import type { ReactNode } from 'react';
import styles from './Fields.module.css';

interface FieldsProps {
  /** Makes the fields a group with this name. */
  readonly legend?: ReactNode;
  /** `roomy` separates groups of fields. */
  readonly gap?: 'close' | 'roomy';
  readonly children: ReactNode;
}

/** Controls in a column. */
export function Fields({ legend, gap = 'close', children }: FieldsProps) {
  if (legend === undefined) {
    return (
      <div className={styles['fields']} data-gap={gap}>
        {children}
      </div>
    );
  }
  return (
    <fieldset className={styles['fields']} data-gap={gap}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}
