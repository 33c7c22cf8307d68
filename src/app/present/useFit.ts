import { useLayoutEffect } from 'react';

/** How far present.css goes: on the stage captions give way, then the charts' height; in the text answers, then the stage. */
const MOST = { stage: 4, text: 2 } as const;

type Part = keyof typeof MOST;

const PARTS: readonly Part[] = ['text', 'stage'];

const overflows = (part: HTMLElement): boolean => part.scrollHeight > part.clientHeight + 1;

const partOf = (name: Part): HTMLElement | null => document.querySelector(`[data-part='${name}']`);

/**
 * One step is one screen: what is too high gives way by degrees, `data-tightstage` and `data-tighttext` on the
 * root. Begins anew for another screen, which is a step in a language, and for another resolution; in between it only
 * tightens, so that nothing jumps to and fro under a slider. `null`: nothing is projected.
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
        if (part === null || !overflows(part) || level >= MOST[name]) continue;
        dataset[`tight${name}`] = `${level + 1}`;
        again = true;
      }
      if (!again) return;
      // The charts are drawn again, and perhaps still too high.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(tighten);
      });
    };
    const seen = new ResizeObserver(tighten);
    const watch = (): void => {
      seen.disconnect();
      for (const part of PARTS.map(partOf)) {
        if (part === null) continue;
        seen.observe(part);
        for (const child of part.children) seen.observe(child);
      }
    };
    const anew = (): void => {
      loosen();
      watch();
    };
    // Panels and text arrive when they are fetched.
    const grown = new MutationObserver(watch);
    for (const part of PARTS.map(partOf)) {
      if (part !== null) grown.observe(part, { childList: true });
    }
    anew();
    addEventListener('resize', anew);
    return () => {
      cancelAnimationFrame(frame);
      seen.disconnect();
      grown.disconnect();
      removeEventListener('resize', anew);
      loosen();
    };
  }, [screen]);
}
