export interface StaticSite {
  readonly address: string;
  /** Content served instead of the file on disk, by file name. */
  readonly changed: Map<string, string>;
  readonly close: () => Promise<void>;
}

export interface ServeOptions {
  /** The path under which the site is served; begins and ends with a slash. */
  readonly path?: string;
  /** Use gzip and cache headers; files with a hash in their name are cached for a year. */
  readonly cached?: boolean;
  /** Allow requests from any origin, as GitHub Pages does. */
  readonly cors?: boolean;
}

export function serve(folder: string, options?: ServeOptions): Promise<StaticSite>;
