import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { programOf } from './debian.ts';
import { run, type Outcome } from './outcome.ts';

const VitestReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.number(),
  numFailedTestSuites: v.number(),
});

/** Unit, property, integration and architecture tests; one of them watches system calls. */
export async function unitTests(reports: string): Promise<readonly Outcome[]> {
  await programOf('strace', ['/usr/bin/strace']);
  const file = join(reports, 'vitest.json');
  const ended = await run('vitest', [
    'run',
    '--config',
    '.config/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = await read(file, VitestReport);
  const failed = report
    ? report.numFailedTests || (ended.code === 0 ? 0 : Math.max(1, report.numFailedTestSuites))
    : 1;
  const { numPassedTests: passed = 0, numPendingTests: skipped = 0 } = report ?? {};
  return [{ name: 'unit and integration tests', passed, failed, skipped, ...printed(ended) }];
}

const PlaywrightReport = v.object({
  stats: v.object({
    expected: v.number(),
    unexpected: v.number(),
    flaky: v.number(),
    skipped: v.number(),
  }),
  errors: v.array(v.unknown()),
});

/** Browser tests, in the Chromium found or installed, or in that of CHROMIUM_PATH. */
export async function browserTests(reports: string): Promise<readonly Outcome[]> {
  const chromium = await programOf('chromium', [
    ...[process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium'],
    ...['/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  ]);
  if (chromium === null) {
    const output =
      'No Chromium was found. Install it with: sudo apt-get install -y chromium (or set CHROMIUM_PATH).';
    return [{ name: 'browser tests', passed: 0, failed: 1, seconds: 0, output }];
  }
  const file = join(reports, 'playwright.json');
  const ended = await run(
    'playwright',
    ['test', '--config', 'browser/playwright.config.ts', '--reporter=line,json'],
    {
      folder: 'tests',
      env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    },
  );
  const report = await read(file, PlaywrightReport);
  const broken = report ? report.stats.unexpected + report.errors.length : 1;
  const failed = broken === 0 && ended.code !== 0 ? 1 : broken;
  const passed = report ? report.stats.expected + report.stats.flaky : 0;
  const skipped = report?.stats.skipped ?? 0;
  return [{ name: 'browser tests', passed, failed, skipped, ...printed(ended) }];
}

const printed = ({ output, seconds }: Pick<Outcome, 'output' | 'seconds'>) => ({ output, seconds });

async function read<S extends v.GenericSchema>(file: string, schema: S) {
  try {
    return v.parse(schema, JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null; // The suite did not get as far as a report; it counts as failed.
  }
}
