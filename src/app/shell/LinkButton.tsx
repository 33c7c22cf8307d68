import { useState } from 'react';
import { Check, Link2, QrCode } from 'lucide-react';
import { useWords } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { Button } from '../../ui/Button.tsx';
import { later } from '../../ui/later.tsx';
import { copyText } from '../../ui/copyText.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './Shell.module.css';
import { addressKeys, addressOf, currentHash, hashOf } from '../address/route.ts';
import type { Route } from '../address/route.ts';

const ShareDialog = later(async () => (await import('../share/ShareDialog.tsx')).ShareDialog);

/** Copies the address of the current state; shows it if the clipboard is unavailable. */
export function LinkButton({ route }: { readonly route: Route }) {
  const words = useWords();
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  // The address of a lesson is its place, already in the address bar.
  const hashNow = (): string => {
    const { view, options } = route;
    if (view === 'start') return hashOf(view);
    if (view === 'lesson' || view === 'notes' || route.item !== null) return currentHash();
    // Read when it is asked for: a button that followed the lab would print its address with every move of a slider.
    const state = useStore.getState();
    return hashOf(view, state.lab, addressKeys(view, options, { ...state, presenting: false }));
  };
  const [sharing, setSharing] = useState(false);
  const copy = async (): Promise<void> => {
    const copied = await copyText(addressOf(hashNow()));
    setState(copied ? 'copied' : 'refused');
    if (copied) setTimeout(() => setState('idle'), 1600);
  };
  const Icon = state === 'copied' ? Check : Link2;
  return (
    <>
      <Button
        kind="quiet"
        data-action="link"
        title={words.nav.linkHint}
        onClick={() => void copy()}
      >
        <Icon aria-hidden size="1.1em" />
        <span className={styles['wide']} aria-live="polite">
          {state === 'copied' ? words.nav.copied : words.nav.link}
        </span>
      </Button>
      <Button
        kind="quiet"
        data-action="share"
        title={words.share.title}
        onClick={() => setSharing(true)}
      >
        <QrCode aria-hidden size="1.1em" />
        <span className={styles['wide']}>{words.share.open}</span>
      </Button>
      {sharing && <ShareDialog route={route} onClose={() => setSharing(false)} />}
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
            aria-label={words.nav.link}
            value={addressOf(hashNow())}
            onFocus={(event) => event.target.select()}
          />
        </Dialog>
      )}
    </>
  );
}
