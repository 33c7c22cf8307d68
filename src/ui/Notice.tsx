import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import styles from './Notice.module.css';

interface NoticeProps {
  readonly children: ReactNode;
  readonly action?: string;
  readonly onAction?: () => void;
}

/** A notice to the reader; read out when it appears. */
export function Notice({ children, action, onAction }: NoticeProps) {
  return (
    <output className={styles['notice']}>
      <div>{children}</div>
      {action !== undefined && (
        <Button kind="plain" onClick={onAction}>
          {action}
        </Button>
      )}
    </output>
  );
}
