/** A Vite plugin that changes index.html after everything else has, the import map included. */
export const changeBuiltPage = (name, change) => ({
  name,
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error(`${name}: there is no index.html`);
      page.source = change(page.source.toString());
    },
  },
});
