import { useWeights } from '../../store/weights/weightsStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Ltr } from '../../ui/Ltr.tsx';

/** A tensor's name as a button that opens its dialog. */
export function TensorName({ name }: { readonly name: string }) {
  const openTensor = useWeights((state) => state.openTensor);
  return (
    <Button kind="link" onClick={() => openTensor(name)}>
      <Ltr>{name}</Ltr>
    </Button>
  );
}
