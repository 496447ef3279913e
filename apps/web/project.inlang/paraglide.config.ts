import { defineConfig } from '@inlang/paraglide-js';

/** How messages are compiled: by the build, by `npm run sync`, and by the test that reads them back. */
export default defineConfig({
  outdir: './src/lib/paraglide',
  strategy: ['localStorage', 'baseLocale'],
  localStorageKey: 'parley:locale',
  emitTsDeclarations: true,
  emitReadme: false,
  // Git and Prettier ignore the folder from the top of the repository.
  emitGitIgnore: false,
  emitPrettierIgnore: false,
});
