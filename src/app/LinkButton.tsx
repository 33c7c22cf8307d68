import { useState } from 'react';
import { Check, Link2 } from 'lucide-react';
import { useWords } from '../i18n/I18n.tsx';
import { useStore } from '../store/store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './Shell.module.css';
import { addressOf, hashOf } from './route.ts';
import type { View } from './route.ts';

/** Copies the address of exactly this picture; where the clipboard is refused, shows it. */
export function LinkButton({ view }: { readonly view: View }) {
  const words = useWords();
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const address = addressOf(
    hashOf(
      view,
      useStore((all) => all.lab),
      {},
    ),
  );
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(address);
      setState('copied');
      setTimeout(() => setState('idle'), 1600);
    } catch {
      setState('refused');
    }
  };
  return (
    <>
      <Button kind="quiet" data-action="link" onClick={() => void copy()}>
        {state === 'copied' ? (
          <Check aria-hidden size="1.1em" />
        ) : (
          <Link2 aria-hidden size="1.1em" />
        )}
        <span className={styles['wide']} aria-live="polite">
          {state === 'copied' ? words.nav.copied : words.nav.link}
        </span>
      </Button>
      {state === 'refused' && (
        <Dialog
          title={words.nav.linkFailed}
          closeLabel={words.lab.close}
          onClose={() => setState('idle')}
        >
          <textarea
            className={styles['address']}
            dir="ltr"
            readOnly
            rows={4}
            value={address}
            onFocus={(event) => event.target.select()}
          />
        </Dialog>
      )}
    </>
  );
}
