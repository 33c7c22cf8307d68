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
  const lab = useStore((all) => all.lab);
  const language = useStore((all) => all.language);
  const theme = useStore((all) => all.theme);
  const train = useStore((all) => all.train);
  // The address of a lesson is its place, already in the address bar.
  const hashNow = (): string => {
    const { view, options } = route;
    if (view === 'start') return hashOf(view);
    if (view === 'lesson' || view === 'notes' || route.item !== null) return currentHash();
    const state = { language, theme, train, presenting: false };
    return hashOf(view, lab, addressKeys(view, options, state));
  };
  const address = addressOf(hashNow());
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
            value={address}
            onFocus={(event) => event.target.select()}
          />
        </Dialog>
      )}
    </>
  );
}
