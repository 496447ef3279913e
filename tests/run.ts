/*
 * `npm test`: every suite of the repository, then one closing line with the sum of all of them.
 * Exit code 0 only when nothing failed and every suite really ran.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb, deadCode, format, lint } from './checks/static.ts';
import { browserTests, unitTests } from './checks/suites.ts';
import { generate, types } from './checks/types.ts';
import type { Outcome } from './checks/outcome.ts';

const reports = await mkdtemp(join(tmpdir(), 'parley-reports-'));
const outcomes: Outcome[] = [];

function say({ name, passed, failed, skipped = 0, seconds, output }: Outcome) {
  if (failed > 0) console.log(`\n${output.trim()}\n`);
  const left = skipped === 0 ? '' : `, ${skipped} skipped`;
  console.log(
    `${failed === 0 ? 'ok  ' : 'FAIL'} ${name}: ${passed} passed, ${failed} failed${left} (${seconds.toFixed(0)} s)`,
  );
}

async function inTurn(checks: readonly (() => Promise<readonly Outcome[]>)[]) {
  for (const check of checks) {
    for (const outcome of await check()) {
      outcomes.push(outcome);
      say(outcome);
    }
  }
}

// Types and messages of the client are generated: on a fresh clone nothing else works without them.
await inTurn([generate]);

// Two lanes for two cores. The browser tests have the machine to themselves: they wait for screens.
await Promise.all([
  inTurn([types, format, lint, deadCode]),
  inTurn([() => unitTests(reports), buildWeb]),
]);
await inTurn([() => browserTests(reports)]);
await rm(reports, { recursive: true, force: true });

const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
