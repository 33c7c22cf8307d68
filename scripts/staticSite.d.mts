export interface StaticSite {
  readonly address: string;
  /** What is served instead of a file, by its name. */
  readonly changed: Map<string, string>;
  readonly close: () => Promise<void>;
}

export interface ServeOptions {
  /** The sub-path the site stands under; begins and ends with a slash. */
  readonly path?: string;
  /** Gzip, and long life for names with a hash, as a well-kept host has them. */
  readonly cached?: boolean;
  /** Readable from any origin, as GitHub Pages is. */
  readonly cors?: boolean;
}

export function serve(folder: string, options?: ServeOptions): Promise<StaticSite>;
