import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Reporter, TestCase, TestError, TestResult } from '@playwright/test/reporter';

/** Of one failure, no more than fits a glance. */
const lines = 6;

/** Says once more at the very end why tests failed: of a long log often nothing but the end is kept. */
export default class WhyFailed implements Reporter {
  readonly #failed: string[] = [];

  onTestEnd(test: TestCase, { errors, status }: TestResult): void {
    if (status === 'skipped' || status === test.expectedStatus) return;
    this.#failed.push([test.title, ...errors.slice(0, 2).map(briefly)].join('\n'));
  }

  onEnd(): void {
    if (this.#failed.length > 0) process.stdout.write(`\nWhy:\n${this.#failed.join('\n')}\n\n`);
  }
}

function briefly({ message = '', location }: TestError): string {
  const said = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, lines)
    .map((line) => `    ${line.slice(0, 160)}`);
  const where = location ? `  at ${relative('.', location.file)}:${location.line}` : '  at no line';
  return [where, ...said].join('\n');
}
