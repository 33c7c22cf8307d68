/** Lets a plain Node script import the program's TypeScript, through Vite's module runner. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The module at `path`, from the project's root. */
export async function importTs(path) {
  const { module } = await runnerImport(`${root}${path}`, {
    configFile: false,
    root,
    logLevel: 'error',
  });
  return module;
}
