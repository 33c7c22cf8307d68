export type EngineName = 'chromium' | 'firefox' | 'webkit';

/** A browser and what drives it. */
export type FoundEngine =
  | { readonly by: 'playwright'; readonly path: string | null; readonly libraries?: string }
  | { readonly by: 'marionette'; readonly path: string }
  | {
      readonly by: 'webkitgtk';
      readonly path: string;
      readonly driver: string;
      /** An X server to start; `null` where there is a display. */
      readonly screen: string | null;
    };

export const ENGINES: readonly EngineName[];
export function findEngines(): Promise<Readonly<Record<EngineName, FoundEngine | null>>>;
export function describeEngine(name: EngineName, found: FoundEngine | null): string;
