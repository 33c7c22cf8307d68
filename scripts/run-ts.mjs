/** Lets a plain Node script import the project's TypeScript through Vite's module runner. */
import { fileURLToPath } from 'node:url';
import { createRunnableDevEnvironment, resolveConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const NAME = 'script';

/** One environment for all imports, so that each module is loaded once and dynamic imports keep working. */
const environment = (async () => {
  const config = await resolveConfig(
    {
      configFile: false,
      envDir: false,
      root,
      logLevel: 'error',
      environments: {
        [NAME]: {
          consumer: 'server',
          dev: { moduleRunnerTransform: true },
          resolve: { external: true, mainFields: [], conditions: ['node'] },
        },
      },
    },
    'serve',
  );
  const made = createRunnableDevEnvironment(NAME, config, {
    runnerOptions: { hmr: { logger: false } },
    hot: false,
  });
  await made.init();
  return made;
})();

/** Imports the module at `path`, relative to the project's root. */
export async function importTs(path) {
  const { runner } = await environment;
  return runner.import(`${root}${path}`);
}
