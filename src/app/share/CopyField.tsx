import { useState } from 'react';
import { useWords } from '../../i18n/I18n.tsx';
import { Button } from '../../ui/Button.tsx';
import { copyText } from '../../ui/copyText.ts';
import styles from './ShareDialog.module.css';

interface CopyFieldProps {
  readonly label: string;
  readonly text: string;
  readonly name: string;
}

/** Text to copy: with a button, or by hand if the clipboard is unavailable. */
export function CopyField({ label, text, name }: CopyFieldProps) {
  const { share } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    if (await copyText(text)) {
      setCopied(true);
      setTimeout(() => setCopied(false), 1600);
    } else document.querySelector<HTMLTextAreaElement>(`textarea[data-share="${name}"]`)?.select();
  };
  return (
    <div className={styles['field']}>
      <label>
        <span>{label}</span>
        <textarea
          dir="ltr"
          lang="en"
          readOnly
          rows={3}
          data-share={name}
          value={text}
          onFocus={(event) => event.target.select()}
        />
      </label>
      <Button data-action={`copy-${name}`} onClick={() => void copy()}>
        <span aria-live="polite">{copied ? share.copied : share.copy}</span>
      </Button>
    </div>
  );
}
