import { defineConfig } from '@inlang/paraglide-js';

/** How messages are compiled: by the build, by `npm run sync`, and by the test that reads them back. */
export default defineConfig({
  outdir: './src/lib/paraglide',
  // One language so far. A choice among several is the person's and comes from the server: nothing is
  // kept in the browser.
  strategy: ['baseLocale'],
  emitTsDeclarations: true,
  emitReadme: false,
  // Git and Prettier ignore the folder from the top of the repository.
  emitGitIgnore: false,
  emitPrettierIgnore: false,
});
