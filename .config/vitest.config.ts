import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: [
      'packages/**/*.test.ts',
      'apps/*/src/**/*.test.ts',
      'tests/architecture/**/*.test.ts',
      'tests/chaos/**/*.test.ts',
      'tests/load/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/build/**', '**/.svelte-kit/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
