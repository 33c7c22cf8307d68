import { useState } from 'react';
import { LIMITS } from '../../../engine/lab/config.ts';
import type { FansOf } from '../../../engine/rules/fans.ts';
import { useFormat } from '../../../i18n/I18n.tsx';
import { useFansWords } from '../../../i18n/fans/words.ts';
import { Choice } from '../../../ui/Choice.tsx';
import { Slider } from '../../../ui/Slider.tsx';
import { WIDTHS } from '../../controls/stops.ts';
import styles from './FansPanel.module.css';

const KINDS = ['dense', 'conv', 'transposed'] as const;
const KERNELS = [1, 3, 5, 7] as const;
const STRIDES = [1, 2] as const;
/** The lab's widths, and the three colours of a photograph. */
const STOPS = [...new Set([...WIDTHS, 3, 784])].toSorted((a, b) => a - b);

/** The numbers of groups a convolution can have: they divide the channels on both sides. */
const groupsOf = ({ inputs, outputs }: FansOf): readonly number[] =>
  Array.from({ length: Math.min(inputs, outputs) }, (_, i) => i + 1).filter(
    (groups) => inputs % groups === 0 && outputs % groups === 0,
  );

interface FansControlsProps {
  readonly layer: FansOf;
  readonly onChange: (layer: FansOf) => void;
}

/** One control for each number that describes the layer. */
export function FansControls({ layer, onChange }: FansControlsProps) {
  const format = useFormat();
  const words = useFansWords();
  const [clamped, setClamped] = useState<number | null>(null);
  const { inputs, outputs } = layer;
  const conv =
    layer.kind === 'dense'
      ? { kernel: 3, groups: 1, stride: 1 }
      : { kernel: layer.kernel, groups: layer.groups ?? 1, stride: layer.stride ?? 1 };
  const change = (
    change: Partial<typeof conv & { kind: FansOf['kind']; inputs: number; outputs: number }>,
  ): void => {
    const { kind, ...numbers } = { kind: layer.kind, inputs, outputs, ...conv, ...change };
    if (kind === 'dense') {
      onChange({ kind, inputs: numbers.inputs, outputs: numbers.outputs });
      setClamped(null);
      return;
    }
    // A number of groups that no longer divides the channels is replaced by the next smaller one that does.
    const groups = groupsOf({ kind, ...numbers }).findLast((each) => each <= numbers.groups) ?? 1;
    onChange({ kind, ...numbers, groups });
    setClamped(groups === numbers.groups ? null : groups);
  };
  const possible = groupsOf(layer);
  const labels = layer.kind === 'dense' ? words.units : words;
  return (
    <div className={styles['controls']}>
      <Choice
        label={words.kind}
        control="fan-kind"
        value={layer.kind}
        options={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        onChange={(kind) => change({ kind })}
      />
      {layer.kind !== 'dense' && (
        <>
          <Choice
            label={words.kernel}
            control="fan-kernel"
            value={String(conv.kernel)}
            options={KERNELS.map((kernel) => ({
              value: String(kernel),
              label: `${format.integer(kernel)} × ${format.integer(kernel)}`,
            }))}
            onChange={(kernel) => change({ kernel: Number(kernel) })}
          />
          <Choice
            label={words.stride}
            control="fan-stride"
            value={String(conv.stride)}
            options={STRIDES.map((stride) => ({
              value: String(stride),
              label: format.integer(stride),
            }))}
            onChange={(stride) => change({ stride: Number(stride) })}
          />
        </>
      )}
      {(['inputs', 'outputs'] as const).map((side) => (
        <Slider
          key={side}
          label={labels[side]}
          control={`fan-${side}`}
          value={layer[side]}
          text={format.integer(layer[side])}
          min={LIMITS.width.min}
          max={LIMITS.width.max}
          stops={STOPS}
          onChange={(value) => change({ [side]: Math.max(1, Math.round(value)) })}
        />
      ))}
      {layer.kind !== 'dense' && possible.length > 1 && (
        <Slider
          label={words.groups}
          control="fan-groups"
          value={conv.groups}
          text={format.integer(conv.groups)}
          min={1}
          max={possible.at(-1) ?? 1}
          stops={possible}
          onChange={(groups) => change({ groups: Math.round(groups) })}
        />
      )}
      {clamped !== null && (
        <output className={styles['hint']}>{words.clamped(format.integer(clamped))}</output>
      )}
    </div>
  );
}
