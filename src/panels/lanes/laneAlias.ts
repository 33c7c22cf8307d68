import { createContext } from 'react';

/** Name for a lane where its own would give an answer away; its formula and verdict are then hidden as well. */
export const LaneAlias = createContext<((index: number) => string) | null>(null);
