import { useWeights } from '../../store/weights/weightsStore.ts';
import { Button } from '../../ui/Button.tsx';
import { Ltr } from '../../ui/Ltr.tsx';

/** A tensor's name; opens it in full size. */
export function TensorName({ name }: { readonly name: string }) {
  const openTensor = useWeights((state) => state.openTensor);
  return (
    <Button kind="link" onClick={() => openTensor(name)}>
      <Ltr>{name}</Ltr>
    </Button>
  );
}
