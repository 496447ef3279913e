import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

const root = new URL('..', import.meta.url).pathname;

export default defineConfig(
  {
    ignores: [
      '**/build/',
      '**/.svelte-kit/',
      '**/test-results/',
      '**/playwright-report/',
      'apps/web/src/lib/paraglide/',
      'apps/web/static/',
      'data/',
      '**/planted-type-error.*',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...ts.configs.stylisticTypeChecked,
  ...svelte.configs.recommended,
  prettier,
  ...svelte.configs.prettier,
  {
    languageOptions: {
      globals: { ...globals.node, ...globals.browser },
      parserOptions: {
        projectService: { allowDefaultProject: ['.config/*.ts'] },
        tsconfigRootDir: root,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // `v.InferOutput<typeof x>` types and their interfaces are used side by side on purpose.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A promise whose failure nobody handles is a fault that is lost.
      '@typescript-eslint/no-floating-promises': ['error', { ignoreIIFE: false }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Playwright reads the fixtures that a fixture needs from its first parameter, `{}` for none.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    // Programs that people run in a terminal speak through the console.
    files: [
      'tests/run.ts',
      'tests/load/**',
      'tests/screenshots/**',
      'tests/checks/**',
      'apps/server/src/start.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // svelte-check types markup with knowledge that the plain parser does not have.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      'svelte/no-navigation-without-resolve': 'off',
      // A Map or Set that nothing is drawn from is plain on purpose.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
);
