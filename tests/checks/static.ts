import { one, run, type Outcome } from './outcome.ts';

/** Every file is laid out as Prettier lays it out. */
export const format = async (): Promise<readonly Outcome[]> => [
  await one('format', run('prettier', ['--check', '--log-level', 'warn', '.'])),
];

/** ESLint with type information; a warning is a failure. */
export const lint = async (): Promise<readonly Outcome[]> => [
  await one(
    'lint',
    run('eslint', [
      '--config',
      '.config/eslint.config.ts',
      '--flag',
      'unstable_native_nodejs_ts_config',
      '--max-warnings',
      '0',
      '.',
    ]),
  ),
];

/** No export that nobody imports, no dependency that nobody uses. */
export const deadCode = async (): Promise<readonly Outcome[]> => [
  await one('dead code', run('knip', ['--config', '.config/knip.json'])),
];

/** The client builds; the browser tests run against what is built here. */
export const buildWeb = async (): Promise<readonly Outcome[]> => [
  await one('build', run('vite', ['build'], { folder: 'apps/web' })),
];
