import { mkdir, writeFile } from 'node:fs/promises';
import { arch, cpus, release, totalmem, type } from 'node:os';
import { dirname } from 'node:path';
import { holds, type Figure } from './figure.ts';

/** What it was measured on. */
export function machine() {
  const processors = cpus();
  return {
    processors: `${processors.length} × ${processors[0]?.model ?? 'unknown'}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${type()} ${release()} ${arch()}`,
    node: process.version,
  };
}

/** The figures as a table of Markdown, aligned for a terminal. */
export function table(figures: readonly Figure[]): string {
  const heads = [
    'Figure',
    'Unit',
    'p50',
    'p95',
    'Most',
    'Samples',
    'Limit of p95',
    'Holds',
    'Note',
  ];
  const rows = figures.map((figure) => [
    figure.name,
    figure.unit,
    written(figure.p50),
    written(figure.p95),
    written(figure.most),
    String(figure.samples),
    figure.limit === null ? 'for information' : written(figure.limit),
    figure.limit === null ? '' : holds(figure) ? 'yes' : 'NO',
    figure.note ?? '',
  ]);
  return drawn([heads, ...rows]);
}

/** Rows of equal length, the first with the heads, as a table of Markdown aligned for a terminal. */
export function drawn(rows: readonly (readonly string[])[]): string {
  const [heads = [], ...body] = rows;
  const widths = heads.map((_head, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join(
    '\n',
  );
}

/** @param yardsticks ms that one fixed loop took before the first part and after each */
export async function writeResults(
  file: string,
  browserVersion: string,
  yardsticks: readonly number[],
  figures: readonly Figure[],
): Promise<void> {
  const results = {
    machine: {
      ...machine(),
      browser: `Chromium ${browserVersion}, headless, without a GPU`,
    },
    date: new Date().toISOString().slice(0, 10),
    yardsticksMs: yardsticks,
    figures,
  };
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
}

const written = (value: number | undefined) =>
  value === undefined ? '' : Number.isInteger(value) ? String(value) : value.toFixed(1);
