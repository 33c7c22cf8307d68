import { useLayoutEffect } from 'react';
import { stageGrowth } from './stageGrowth.ts';

/**
 * Levels in present.css: the stage first hides captions, then shrinks charts; the text hides answers, then takes
 * room from the stage, and at last its lines stand closer.
 */
const MAX_LEVELS = { stage: 4, text: 3 } as const;

type Part = keyof typeof MAX_LEVELS;

const PARTS: readonly Part[] = ['text', 'stage'];

const overflows = (part: HTMLElement): boolean => part.scrollHeight > part.clientHeight + 1;

const partOf = (name: Part): HTMLElement | null => document.querySelector(`[data-part='${name}']`);

/** How many times a screen is grown again after late content did not fit. */
const TRIES = 3;

/**
 * Fits one step to one screen: charts take the remaining room; what is too high shrinks in levels,
 * `data-tightstage` and `data-tighttext` on the root element. Restarts at level 0 for another screen (a step in
 * a language) and another resolution; otherwise the level only rises, so that nothing flickers while a slider
 * moves. `null`: not presenting.
 */
export function useFit(screen: string | null): void {
  useLayoutEffect(() => {
    if (screen === null) return undefined;
    const { dataset } = document.documentElement;
    let tries = 0;
    let frame = 0;
    const loosen = (): void => {
      PARTS.forEach((part) => delete dataset[`tight${part}`]);
      delete dataset['roomystage'];
    };
    const grow = (): boolean => {
      const stage = partOf('stage');
      if (stage === null || tries >= TRIES) return false;
      if ('roomystage' in dataset) return false;
      const growth = stageGrowth(stage);
      if (growth === 1) return false;
      tries += 1;
      const { documentElement: root } = document;
      const fit = Number.parseFloat(getComputedStyle(root).getPropertyValue('--chart-fit'));
      root.style.setProperty('--stage-grow', (growth * (fit || 1)).toFixed(3));
      dataset['roomystage'] = '';
      return true;
    };
    const tighten = (): void => {
      let again = false;
      for (const name of PARTS) {
        const part = partOf(name);
        const level = Number(dataset[`tight${name}`] ?? 0);
        if (part === null || !overflows(part)) continue;
        if (name === 'stage' && 'roomystage' in dataset) delete dataset['roomystage'];
        else if (level >= MAX_LEVELS[name]) continue;
        else dataset[`tight${name}`] = `${level + 1}`;
        again = true;
      }
      again ||= grow();
      if (again) soon();
    };
    /** Runs after the charts have been drawn at the new level; until then their heights are meaningless. */
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(tighten);
      });
    };
    const sizes = new ResizeObserver(soon);
    const watch = (): void => {
      sizes.disconnect();
      for (const part of PARTS.map(partOf)) {
        if (part === null) continue;
        sizes.observe(part);
        for (const child of part.children) sizes.observe(child);
      }
    };
    const refit = (): void => {
      tries = 0;
      loosen();
      watch();
    };
    // Panels and text are added when their code arrives.
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
