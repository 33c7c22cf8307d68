import { createContext, useContext } from 'react';
import type { Provider } from 'react';

/**
 * A context that passes data from a chart to its marks, so that the frame between them is not rendered again when the
 * data change. `chart` names the component under which the hook must be called.
 */
export function chartContext<Data>(
  chart: string,
): readonly [provider: Provider<Data | null>, useData: () => Data] {
  const Context = createContext<Data | null>(null);
  return [
    Context.Provider,
    function useData(): Data {
      const data = useContext(Context);
      if (data === null) throw new Error(`drawn outside a ${chart}`);
      return data;
    },
  ];
}
