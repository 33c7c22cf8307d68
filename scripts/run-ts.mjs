/** Lets a plain Node script import the program's TypeScript, through Vite's module runner. */
import { fileURLToPath } from 'node:url';
import { createRunnableDevEnvironment, resolveConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const NAME = 'script';

/** One for all imports: a module is there once, and may import others later. */
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

/** The module at `path`, from the project's root. */
export async function importTs(path) {
  const { runner } = await environment;
  return runner.import(`${root}${path}`);
}
