import { KERNEL_SIZES, NETS, PADDINGS } from '../../engine/types.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { Select } from '../../ui/Select.tsx';

interface NetControlsProps {
  readonly hidden: ReadonlySet<string>;
}

/** Fully connected or convolutional; for a convolution, its kernel size and padding. */
export function NetControls({ hidden }: NetControlsProps) {
  const { words, format } = useI18n();
  const { net, kernel, padding } = useStore((state) => state.lab.settings);
  const setSetting = useStore((state) => state.setSetting);
  const conv = net === 'conv';
  return (
    <>
      {!hidden.has('net') && (
        <Select
          label={words.lab.net}
          control="net"
          value={net}
          options={NETS.map((id) => ({ value: id, label: words.nets[id] }))}
          onChange={(next) => setSetting('net', next)}
        />
      )}
      {conv && !hidden.has('kernel') && (
        <Select
          label={words.lab.kernel}
          control="kernel"
          value={String(kernel)}
          options={KERNEL_SIZES.map((size) => ({
            value: String(size),
            label: `${format.integer(size)} × ${format.integer(size)}`,
          }))}
          onChange={(next) =>
            setSetting('kernel', KERNEL_SIZES.find((size) => String(size) === next) ?? kernel)
          }
        />
      )}
      {conv && !hidden.has('padding') && (
        <Select
          label={words.lab.padding}
          control="padding"
          value={padding}
          options={PADDINGS.map((id) => ({ value: id, label: words.paddings[id] }))}
          onChange={(next) => setSetting('padding', next)}
        />
      )}
    </>
  );
}
