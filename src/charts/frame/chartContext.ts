import { createContext, useContext } from 'react';
import type { Provider } from 'react';

/**
 * What a chart hands to its marks past its frame: the frame stays as it is while this changes. `chart`
 * names the only component under which the hook may be called.
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
