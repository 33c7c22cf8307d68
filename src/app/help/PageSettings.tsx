import { useI18n } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { THEMES } from '../../store/state/types.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import styles from './Help.module.css';

interface PageSettingsProps {
  readonly keysOn: boolean;
  readonly onKeysOn: (on: boolean) => void;
}

/** Settings of the page's appearance and keyboard; they do not affect the results. */
export function PageSettings({ keysOn, onKeysOn }: PageSettingsProps) {
  const { words, language } = useI18n();
  const { settings, nav } = words;
  const theme = useStore((state) => state.theme);
  const digits = useStore((state) => state.digits);
  const setView = useStore((state) => state.setView);
  return (
    <section className={styles['section']}>
      <h3>{settings.title}</h3>
      <div className={styles['settings']}>
        <Choice
          label={settings.theme}
          control="theme"
          value={theme}
          options={THEMES.map((each) => ({ value: each, label: nav.themes[each] }))}
          onChange={(next) => setView({ theme: next })}
        />
        {language === 'fa' && (
          <Choice
            label={settings.digits}
            control="digits"
            value={digits}
            options={[
              { value: 'native', label: settings.nativeDigits },
              { value: 'latin', label: settings.latinDigits },
            ]}
            onChange={(next) => setView({ digits: next })}
          />
        )}
        <div>
          <Toggle label={settings.keys} control="keys" checked={keysOn} onChange={onKeysOn} />
          <p className={styles['hint']}>{settings.keysHint}</p>
        </div>
      </div>
    </section>
  );
}
