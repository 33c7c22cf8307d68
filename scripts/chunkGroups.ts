/** Assigns modules to chunks by a table of paths; the first matching group wins. An unmatched path fails the build. */
import type { Plugin } from 'vite';

export interface ChunkGroup {
  readonly name: string;
  /** Patterns for module paths; each must match at least one module. */
  readonly modules: readonly RegExp[];
}

/** The groups as the bundler's option `codeSplitting.groups`. */
export function codeSplittingGroups(groups: readonly ChunkGroup[]) {
  return groups.map(({ name, modules }, index) => ({
    name,
    test: new RegExp(modules.map(({ source }) => source).join('|')),
    priority: groups.length - index,
  }));
}

/** The patterns that match no module, each as `group: /pattern/`. */
export function unmatched(groups: readonly ChunkGroup[], ids: readonly string[]): string[] {
  const posix = ids.map((id) => id.replaceAll('\\', '/'));
  return groups.flatMap(({ name, modules }) =>
    modules
      .filter((pattern) => !posix.some((id) => pattern.test(id)))
      .map((pattern) => `${name}: ${pattern}`),
  );
}

export function checkChunkGroups(groups: readonly ChunkGroup[]): Plugin {
  return {
    name: 'check-chunk-groups',
    apply: 'build',
    generateBundle(_options, bundle) {
      const ids = Object.values(bundle).flatMap((file) =>
        file.type === 'chunk' ? file.moduleIds : [],
      );
      const missing = unmatched(groups, ids);
      if (missing.length > 0) {
        this.error(`Chunk groups of vite.config.ts that match no module:\n${missing.join('\n')}`);
      }
    },
  };
}
