import { useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../../i18n/I18n.tsx';
import { useShareWords } from '../../i18n/share/words.ts';
import { QrPicture, qrPath } from './QrPicture.tsx';
import styles from './ShareDialog.module.css';

interface QrCodeProps {
  readonly address: string;
}

/** A QR code of the address; a click enlarges it to the whole screen, legible from the back of a room. */
export function QrCode({ address }: QrCodeProps) {
  const share = useShareWords();
  const [large, setLarge] = useState(false);
  if (address.startsWith('file:')) return <p className={styles['note']}>{share.noQr}</p>;
  if (qrPath(address) === null) return <p className={styles['note']}>{share.tooLong}</p>;
  return (
    <>
      <button
        type="button"
        className={styles['qr']}
        data-action="qr"
        title={share.larger}
        onClick={() => setLarge(true)}
      >
        <QrPicture text={address} label={share.qr} />
        <span>{share.larger}</span>
      </button>
      {large && <LargeQr address={address} onClose={() => setLarge(false)} />}
    </>
  );
}

function LargeQr({ address, onClose }: QrCodeProps & { readonly onClose: () => void }) {
  const { lab } = useWords();
  const share = useShareWords();
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className={styles['large']}
      aria-label={share.qr}
      onClose={(event) => {
        // Escape closes only this dialog.
        event.stopPropagation();
        if (ref.current?.open === false) onClose();
      }}
    >
      <button type="button" aria-label={lab.close} onClick={onClose}>
        <QrPicture text={address} label={share.qr} />
      </button>
    </dialog>
  );
}
