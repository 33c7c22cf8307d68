/**
 * Runs in the page before anything of the page's own. Put into the document that is served, because not every driver
 * can run a script before the page's.
 */

export interface SavedFile {
  readonly name: string;
  readonly type: string;
  /** The bytes, one character each. */
  readonly bytes: string;
}

declare global {
  interface Window {
    /** Errors that the page threw, logged or was denied by its policy. */
    problems: string[];
    savedFiles: { readonly name: string; readonly file: Blob }[];
  }
}

export function spy(): void {
  const problems: string[] = [];
  window.problems = problems;
  window.savedFiles = [];
  addEventListener(
    'error',
    ({ message, target }) => {
      // ResizeObserver's notice that it goes on in the next frame is none.
      if (/ResizeObserver loop/.test(message)) return;
      problems.push(message || `not loaded: ${(target as Element | null)?.outerHTML}`);
    },
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) =>
    problems.push(`rejected: ${String(reason)}`),
  );
  document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) =>
    problems.push(`${effectiveDirective} ${blockedURI}`),
  );
  const log = console.error.bind(console);
  console.error = (...words: unknown[]) => {
    problems.push(words.map(String).join(' '));
    log(...words);
  };
  // Keeps files instead of saving them, since the browsers save to different places, or ask.
  const blobs = new Map<string, Blob>();
  const create = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (given) => {
    const address = create(given);
    if (given instanceof Blob) blobs.set(address, given);
    return address;
  };
  // oxlint-disable-next-line typescript/unbound-method -- applied to its link
  const follow = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function click(): void {
    const file = blobs.get(this.href);
    if (this.download === '' || file === undefined) Reflect.apply(follow, this, []);
    else window.savedFiles.push({ name: this.download, file });
  };
}
