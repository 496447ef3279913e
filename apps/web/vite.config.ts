import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { requireRows } from '@parley/contracts';
import adapter from '@sveltejs/adapter-node';
import type { Adapter } from '@sveltejs/kit';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** Builds only when the table of contracts says of every page who gets it. */
function withRows(inner: Adapter): Adapter {
  return {
    ...inner,
    adapt: (builder) => {
      requireRows(builder.routes.map(({ id }) => id));
      return inner.adapt(builder);
    },
  };
}

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: withRows(adapter({ out: 'build' })),
      compilerOptions: { runes: true },
      csp: {
        // Pages are made per request, so SvelteKit's own start script gets a nonce. A style may stand
        // in an attribute: floating menus and the map place things that way; a sheet may not.
        mode: 'nonce',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          'style-src-attr': ['unsafe-inline'],
          'connect-src': ['self'],
          'font-src': ['self'],
          'img-src': ['self', 'data:'],
          'manifest-src': ['self'],
          'worker-src': ['self'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
          'object-src': ['none'],
          // No text becomes markup or the address of a script. Svelte's policy takes its own templates,
          // ours the address of a worker (lib/worker-at.ts).
          'require-trusted-types-for': ['script'],
          'trusted-types': ['svelte-trusted-html', 'parley-worker'],
        },
      },
    }),
    paraglideVitePlugin({ project: './project.inlang', outdir: './src/lib/paraglide' }),
  ],
  // The workspace packages are TypeScript sources: bundle them, never leave them to Node's resolver.
  ssr: { noExternal: [/^@parley\//] },
  build: {
    target: 'es2023',
    // Browsers that know light-dark() themselves: rewritten for older ones, it follows the system
    // alone, and the choice of light or dark in the menu does nothing.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // What a part imports it fetches itself. The lists of scripts to load along with each of a hundred
    // parts were 11 KB of a first visit; styles have to be named, or a part would come without them.
    modulePreload: {
      resolveDependencies: (_part, files) => files.filter((file) => file.endsWith('.css')),
    },
  },
});
