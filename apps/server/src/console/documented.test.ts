import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repositoryRoot, settingNames } from '../settings.ts';
import { usageOf } from './command.ts';
import { commands } from './commands.ts';

it.each(commands.map((command) => [command.name, usageOf(command)]))(
  '“%s” stands in docs/self-hosting.md as it is used',
  async (_name, usage) => {
    const page = await readFile(join(repositoryRoot, 'docs/self-hosting.md'), 'utf8');
    expect(page).toContain(`| \`${usage}\` `);
  },
);

it.each(settingNames)('the setting %s stands in its table', async (name) => {
  const page = await readFile(join(repositoryRoot, 'docs/self-hosting.md'), 'utf8');
  const rows = page.split('\n').filter((line) => /^\| `[A-Z]/.test(line));
  expect(rows.some((row) => row.split('|')[1]?.includes(`\`${name}\``))).toBe(true);
});
