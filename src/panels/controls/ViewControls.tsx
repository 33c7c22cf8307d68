import { memo } from 'react';
import { QUANTITIES } from '../../engine/types.ts';
import { useWords } from '../../i18n/I18n.tsx';
import { useStore } from '../../store/store.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Ltr } from '../../ui/Ltr.tsx';

/** Which quantity the charts show. */
export const QuantityChoice = memo(function QuantityChoice() {
  const words = useWords();
  const quantity = useStore((state) => state.quantity);
  const setView = useStore((state) => state.setView);
  return (
    <Choice
      label={words.lab.show}
      control="quantity"
      value={quantity}
      options={QUANTITIES.map((each) => ({
        value: each,
        label: (
          <span title={words.quantities[each].name}>
            <Ltr>{words.quantities[each].symbol}</Ltr>
          </span>
        ),
      }))}
      onChange={(next) => setView({ quantity: next })}
    />
  );
});

/** Whether the histograms share an axis. */
export const ScaleChoice = memo(function ScaleChoice() {
  const words = useWords();
  const scale = useStore((state) => state.scale);
  const setView = useStore((state) => state.setView);
  return (
    <Choice
      label={words.lab.scale}
      control="scale"
      value={scale}
      options={[
        { value: 'same', label: words.lab.same },
        { value: 'own', label: words.lab.own },
      ]}
      onChange={(next) => setView({ scale: next })}
    />
  );
});
