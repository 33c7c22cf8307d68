/** How long the reader has not pressed, scrolled or moved a slider: what nobody waits for waits until then. */
let last = -Infinity;
const note = (): void => void (last = performance.now());

for (const event of ['pointerdown', 'keydown', 'input', 'scroll'])
  globalThis.addEventListener?.(event, note, { passive: true, capture: true });

/** In ms; infinite before the first time. */
export const handsAtRestMs = (): number => performance.now() - last;
