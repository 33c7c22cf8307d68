import { useState } from 'react';
import { useWords } from '../../i18n/I18n.tsx';
import { useShareWords } from '../../i18n/share/words.ts';
import { LANGUAGES, THEMES } from '../../store/state/types.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { useStore } from '../../store/store.ts';
import { addressOf, sharedHash } from '../address/route.ts';
import type { Route } from '../address/route.ts';
import { CopyField } from './CopyField.tsx';
import { hideable } from './hideable.ts';
import { QrCode } from './QrCode.tsx';
import styles from './ShareDialog.module.css';

interface ShareDialogProps {
  readonly route: Route;
  readonly onClose: () => void;
}

const NAMES = { en: 'English', fa: 'فارسی' } as const;

/** A link for a class: choices of what it shows and in which language, given as text, QR code and frame. */
export function ShareDialog({ route, onClose }: ShareDialogProps) {
  const own = useShareWords();
  const { share, lab: labWords, nav, meta } = useWords();
  const lab = useStore((state) => state.lab);
  const train = useStore((state) => state.train);
  const { view } = route;
  // Starts with the options of the current link; the teacher then changes them for the reader.
  const [options, setOptions] = useState(route.options);
  const { hidden, language, theme, embed } = options;
  const address = addressOf(sharedHash(route, { lab, train }, options));
  const framed = addressOf(sharedHash(route, { lab, train }, { ...options, embed: true }));
  const controls = hideable(view);
  const any = { value: 'any', label: own.any } as const;
  return (
    <Dialog title={share.title} closeLabel={labWords.close} size="wide" onClose={onClose}>
      <div className={styles['share']}>
        <div className={styles['choices']}>
          {controls.length > 0 && (
            <fieldset className={styles['hide']}>
              <legend>{own.hide}</legend>
              {controls.map((name) => (
                <label key={name}>
                  <input
                    type="checkbox"
                    data-hide={name}
                    checked={hidden.has(name)}
                    onChange={({ target }) => {
                      const rest = [...hidden].filter((each) => each !== name);
                      const next = new Set(target.checked ? [...rest, name] : rest);
                      setOptions({ ...options, hidden: next });
                    }}
                  />
                  <span>{own.controls[name]}</span>
                </label>
              ))}
            </fieldset>
          )}
          <Choice
            label={own.language}
            control="share-lang"
            value={language ?? 'any'}
            options={[any, ...LANGUAGES.map((each) => ({ value: each, label: NAMES[each] }))]}
            onChange={(next) => setOptions({ ...options, language: next === 'any' ? null : next })}
          />
          <Choice
            label={own.theme}
            control="share-theme"
            value={theme ?? 'any'}
            options={[any, ...THEMES.map((each) => ({ value: each, label: nav.themes[each] }))]}
            onChange={(next) => setOptions({ ...options, theme: next === 'any' ? null : next })}
          />
          {view !== 'start' && (
            <Toggle
              label={own.embed}
              control="share-embed"
              checked={embed}
              onChange={(next) => setOptions({ ...options, embed: next })}
            />
          )}
        </div>
        <div className={styles['results']}>
          <CopyField name="link" label={own.link} text={address} />
          <QrCode address={address} />
          {view !== 'start' && (
            <CopyField
              name="frame"
              label={own.frame}
              text={`<iframe src="${framed.replaceAll('"', '%22')}" title="${meta.title}" width="100%" height="640" style="border:0" loading="lazy"></iframe>`}
            />
          )}
        </div>
      </div>
    </Dialog>
  );
}
