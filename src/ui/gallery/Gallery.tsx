import { useState } from 'react';
import { RotateCcw } from 'lucide-react';
import { useI18n } from '../../i18n/I18n.tsx';
import { Button } from '../Button.tsx';
import { Choice } from '../Choice.tsx';
import { Dialog } from '../Dialog.tsx';
import { Formula } from '../Formula.tsx';
import { Kbd } from '../Kbd.tsx';
import { Ltr } from '../Ltr.tsx';
import { Notice } from '../Notice.tsx';
import { Select } from '../Select.tsx';
import { Slider } from '../Slider.tsx';
import { Toggle } from '../Toggle.tsx';
import styles from './Gallery.module.css';

const KINDS = ['plain', 'strong', 'quiet', 'link'] as const;
const STOPS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024] as const;
const XAVIER = '\\sigma = \\sqrt{\\frac{2}{256 + 256}} = 0.0625';
const NUMBERS = [0, 0.0625, -0.5, 1.23e-7, 6.02e23, Infinity, Number.NaN] as const;

export function Gallery() {
  const { words, format } = useI18n();
  const { lab } = words;
  const [depth, setDepth] = useState(10);
  const [width, setWidth] = useState(300);
  const [scale, setScale] = useState<'same' | 'own'>('same');
  const [backward, setBackward] = useState(true);
  const [open, setOpen] = useState(false);
  const options = [
    { value: 'same', label: lab.same },
    { value: 'own', label: lab.own },
  ] as const;
  return (
    <main className={styles['gallery']}>
      <h1>{lab.controls}</h1>
      <section className={styles['column']}>
        <Slider
          label={lab.depth}
          value={depth}
          text={lab.layers(format.integer(depth))}
          min={1}
          max={100}
          onChange={setDepth}
        />
        <Slider
          label={lab.width}
          value={width}
          text={lab.units(format.integer(width))}
          min={1}
          max={1024}
          stops={STOPS}
          onChange={setWidth}
        />
        <Choice label={lab.scale} value={scale} options={options} onChange={setScale} />
        <Select label={lab.scale} value={scale} options={options} onChange={setScale} />
        <Toggle label={lab.backward} checked={backward} onChange={setBackward} />
      </section>
      <section className={styles['column']}>
        <div className={styles['row']}>
          {KINDS.map((kind) => (
            <Button key={kind} kind={kind} onClick={() => setOpen(true)}>
              {lab.reset}
            </Button>
          ))}
        </div>
        <div className={styles['row']}>
          {KINDS.map((kind) => (
            <Button key={kind} kind={kind} disabled>
              {lab.reset}
            </Button>
          ))}
          <Button kind="quiet" aria-label={lab.reset}>
            <RotateCcw aria-hidden size="1.1em" />
          </Button>
        </div>
        <Notice action={words.notices.dismiss}>{words.notices.page}</Notice>
        <p>
          {lab.seedHint} <Formula tex={XAVIER} /> <Ltr>N(0, 0.1²)</Ltr> <Kbd>R</Kbd>
        </p>
        <p>{NUMBERS.map(format.plain).join(' · ')}</p>
        <p>{[0, 0.0042, 0.3173, 0.9999, 1].map(format.percent).join(' · ')}</p>
        <p>{[format.duration(31), format.duration(2400), format.bytes(8.4e6)].join(' · ')}</p>
      </section>
      {open && (
        <Dialog title={lab.parameters} closeLabel={lab.close} onClose={() => setOpen(false)}>
          <p>{lab.seedHint}</p>
        </Dialog>
      )}
    </main>
  );
}
