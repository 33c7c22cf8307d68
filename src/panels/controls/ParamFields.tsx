import type { ParamTable, ParamValue, Params } from '../../engine/rules/params.ts';
import { useFormat, useWords } from '../../i18n/I18n.tsx';
import { Select } from '../../ui/Select.tsx';
import { Slider } from '../../ui/Slider.tsx';

interface ParamFieldsProps {
  readonly table: ParamTable;
  readonly params: Params;
  /** Name, in a link, of the setting they belong to: `initializer`, `act`. */
  readonly owner: string;
  readonly onChange: (name: string, value: ParamValue) => void;
}

/** Sliders reach from −REACH to REACH within the limits; any value that a link accepts can be typed. */
const REACH = 2;

/** Fields for the parameters of an initializer or an activation, generated from its table. */
export function ParamFields({ table, params, owner, onChange }: ParamFieldsProps) {
  const words = useWords();
  const format = useFormat();
  const label = (name: string): string =>
    Object.entries(words.parameters).find(([key]) => key === name)?.[1] ?? name;
  const choice = (word: string): string =>
    Object.entries(words.choices).find(([key]) => key === word)?.[1] ?? word;
  return Object.entries(table).map(([name, spec]) => {
    const control = `${owner}.${name}`;
    const value = params[name] ?? spec.default;
    if (spec.kind === 'choice') {
      return (
        <Select
          key={name}
          label={label(name)}
          control={control}
          value={String(value)}
          options={spec.choices.map((each) => ({ value: each, label: choice(each) }))}
          onChange={(next) => onChange(name, next)}
        />
      );
    }
    const number = typeof value === 'number' ? value : spec.default;
    return (
      <Slider
        key={name}
        label={label(name)}
        control={control}
        value={number}
        text={format.plain(number)}
        min={Math.max(spec.min, Math.min(-REACH, number))}
        max={Math.min(spec.max, Math.max(REACH, number))}
        limits={spec}
        step={spec.step}
        onChange={(next) => onChange(name, next)}
      />
    );
  });
}
