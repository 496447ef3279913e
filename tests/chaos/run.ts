import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

/*
 * The long form of the kill test: `npm run chaos -- --kills=100`. A seed is printed; `--seed=<n>` makes
 * the same choices again, as far as two runs of real processes can be alike.
 */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, seed: { type: 'string' } },
});

const vitest = spawn(
  'vitest',
  ['run', '--config', '.config/vitest.config.ts', 'tests/chaos/kill.test.ts'],
  {
    stdio: 'inherit',
    env: { ...process.env, CHAOS_KILLS: values.kills, CHAOS_SEED: values.seed ?? '' },
  },
);
vitest.on('close', (code) => {
  process.exitCode = code ?? 1;
});
