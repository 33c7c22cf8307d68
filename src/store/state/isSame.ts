/** Whether two plain values print the same text as JSON; the order of keys counts. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
