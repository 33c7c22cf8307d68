import { useState } from 'react';
import { Check, Copy } from 'lucide-react';
import { Button } from './Button.tsx';
import { copyText } from './copyText.ts';
import styles from './CodeBlock.module.css';

interface CodeBlockProps {
  readonly code: string;
  /** Name of the code for screen readers. */
  readonly label: string;
  /** The button's label before and after copying. */
  readonly copy: string;
  readonly copied: string;
}

/** Lines of code, always left to right, with a copy button. */
export function CodeBlock({ code, label, copy, copied }: CodeBlockProps) {
  const [done, setDone] = useState(false);
  const take = async (): Promise<void> => {
    // If copying is refused, the text can still be selected by hand.
    if (!(await copyText(code))) return;
    setDone(true);
    setTimeout(() => setDone(false), 1600);
  };
  const Icon = done ? Check : Copy;
  return (
    <div className={styles['block']}>
      {/* Focusable, so that a long line can be scrolled with the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles['code']} dir="ltr" lang="en" tabIndex={0} aria-label={label}>
        <code>{code}</code>
      </pre>
      <Button
        kind="quiet"
        className={styles['copy'] ?? ''}
        data-action="copy-code"
        onClick={() => void take()}
      >
        <Icon aria-hidden size="1.1em" />
        <span aria-live="polite">{done ? copied : copy}</span>
      </Button>
    </div>
  );
}
