/** Sizes of the pictures, apart from what draws them, so that a page can know them before it needs one. */

/** Handwritten digits: pixels along a side, classes, pictures, and how many of them are for training. */
export const DIGITS_SIDE = 8;
export const DIGITS_CLASSES = 10;
export const DIGITS_COUNT = 1797;
/** The first of them; the rest is for testing. */
export const DIGITS_TRAINING = 1437;

/** Shapeset-3×2: pixels along a side; three single objects and six pairs. */
export const SHAPESET_SIZE = 32;
export const SHAPESET_CLASS_COUNT = 9;
