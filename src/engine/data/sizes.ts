/** Sizes of the pictures, in a separate file so that a page can use them without loading the generators. */

/** Handwritten digits: pixels along a side, classes, pictures, and how many of them are for training. */
export const DIGITS_SIDE = 8;
export const DIGITS_CLASSES = 10;
export const DIGITS_COUNT = 1797;
/** Training pictures, which come first; the rest are for testing. */
export const DIGITS_TRAINING = 1437;

/** Shapeset-3×2: pixels along a side; three single objects and six pairs. */
export const SHAPESET_SIZE = 32;
export const SHAPESET_CLASS_COUNT = 9;
