/** Changes of the lab that follow one another faster than this are those of a moving slider, in ms. */
export const MOVING_MS = 250;
