import type { EngineName, FoundEngine } from './engines.mjs';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One page of a browser. Selectors are CSS; a click waits until its element is there. */
export interface Visitor {
  readonly goto: (address: string) => Promise<unknown>;
  readonly reload: () => Promise<unknown>;
  /** Calls the function in the page; arguments and result are JSON. */
  readonly evaluate: <Given extends readonly unknown[], Result>(
    run: (...given: Given) => Result | Promise<Result>,
    ...given: Given
  ) => Promise<Result>;
  readonly click: (selector: string) => Promise<unknown>;
  readonly press: (key: string) => Promise<unknown>;
  /** Presses at the first point of the viewport and releases at the last. */
  readonly drag: (points: readonly Point[]) => Promise<unknown>;
  readonly setViewport: (size: {
    readonly width: number;
    readonly height: number;
  }) => Promise<unknown>;
  readonly screenshot: () => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

/** What the reader has set in the system. */
export interface Preferences {
  readonly reducedMotion?: boolean;
  /** Letters twice as large in the browser's settings. Not in WebKit, nor in Playwright's Firefox. */
  readonly largeText?: boolean;
  /** Not in WebKit, which has no forced colours. */
  readonly forcedColors?: boolean;
}

export function openVisitor(
  name: EngineName,
  found: FoundEngine,
  preferences?: Preferences,
): Promise<Visitor>;
