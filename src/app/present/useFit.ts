import { useLayoutEffect } from 'react';

/** Levels that present.css knows: the stage first hides captions, then shrinks charts; the text hides answers, then takes room from the stage. */
const MAX_LEVELS = { stage: 4, text: 2 } as const;

type Part = keyof typeof MAX_LEVELS;

const PARTS: readonly Part[] = ['text', 'stage'];

const overflows = (part: HTMLElement): boolean => part.scrollHeight > part.clientHeight + 1;

const partOf = (name: Part): HTMLElement | null => document.querySelector(`[data-part='${name}']`);

/**
 * Fits one step to one screen: what is too high shrinks in levels, `data-tightstage` and `data-tighttext` on the
 * root. Starts again at level 0 for another screen (a step in a language) and for another resolution; in between the
 * level only rises, so that nothing flickers under a slider. `null`: nothing is projected.
 */
export function useFit(screen: string | null): void {
  useLayoutEffect(() => {
    if (screen === null) return undefined;
    const { dataset } = document.documentElement;
    const loosen = (): void => PARTS.forEach((part) => delete dataset[`tight${part}`]);
    let frame = 0;
    const tighten = (): void => {
      let again = false;
      for (const name of PARTS) {
        const part = partOf(name);
        const level = Number(dataset[`tight${name}`] ?? 0);
        if (part === null || !overflows(part) || level >= MAX_LEVELS[name]) continue;
        dataset[`tight${name}`] = `${level + 1}`;
        again = true;
      }
      if (!again) return;
      // Charts are drawn again at the new level, and may still be too high.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(tighten);
      });
    };
    const sizes = new ResizeObserver(tighten);
    const watch = (): void => {
      sizes.disconnect();
      for (const part of PARTS.map(partOf)) {
        if (part === null) continue;
        sizes.observe(part);
        for (const child of part.children) sizes.observe(child);
      }
    };
    const refit = (): void => {
      loosen();
      watch();
    };
    // Panels and text arrive when they are fetched.
    const additions = new MutationObserver(watch);
    for (const part of PARTS.map(partOf)) {
      if (part !== null) additions.observe(part, { childList: true });
    }
    refit();
    addEventListener('resize', refit);
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      additions.disconnect();
      removeEventListener('resize', refit);
      loosen();
    };
  }, [screen]);
}
