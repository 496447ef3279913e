import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { run, type Outcome } from './outcome.ts';

const VitestReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numFailedTestSuites: v.number(),
});

/** Unit, property, integration and architecture tests. */
export async function unitTests(reports: string): Promise<readonly Outcome[]> {
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
  return [outcome('unit and integration tests', report?.numPassedTests ?? 0, failed, ended)];
}

const PlaywrightReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number() }),
  errors: v.array(v.unknown()),
});

/** Browser tests, in the Chromium found or installed. */
export async function browserTests(
  reports: string,
  chromium: string | null,
): Promise<readonly Outcome[]> {
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
  return [outcome('browser tests', passed, failed, ended)];
}

function outcome(
  name: string,
  passed: number,
  failed: number,
  { output, seconds }: { readonly output: string; readonly seconds: number },
): Outcome {
  return { name, passed, failed, seconds, output };
}

async function read<S extends v.GenericSchema>(file: string, schema: S) {
  try {
    return v.parse(schema, JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null; // The suite did not get as far as a report; it counts as failed.
  }
}
