import { createContext, useContext } from 'react';
import type { SpreadData } from './spread.ts';

const SpreadContext = createContext<SpreadData | null>(null);

export const SpreadProvider = SpreadContext.Provider;

export function useSpread(): SpreadData {
  const data = useContext(SpreadContext);
  if (data === null) throw new Error('drawn inside a SpreadByLayer');
  return data;
}
