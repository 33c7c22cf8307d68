/** Chunks by a table of paths: the first group that names a module takes it. A path nobody has any more fails the build. */
import type { Plugin } from 'vite';

export interface ChunkGroup {
  readonly name: string;
  /** Each is part of a module's path, and must be part of at least one. */
  readonly modules: readonly RegExp[];
}

/** What the bundler reads as `codeSplitting.groups`. */
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
