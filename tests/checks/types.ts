import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { one, repository, run, type Outcome } from './outcome.ts';

/*
 * The type check, with a canary: a checker that was given no files passes as well, so a type error is
 * planted in every workspace. A workspace passes when its planted errors are found (the canary) and
 * nothing else is.
 */

const wrong = "export const planted: number = 'text';\n";

interface Workspace {
  readonly folder: string;
  readonly check: readonly [program: string, ...args: string[]];
  /** File → content, relative to the workspace. */
  readonly planted: Readonly<Record<string, string>>;
}

const plain = (folder: string, source = 'src'): Workspace => ({
  folder,
  check: ['tsc', '-p', '.', '--pretty', 'false'],
  planted: { [join(source, 'planted-type-error.ts')]: wrong },
});

const workspaces: readonly Workspace[] = [
  plain('packages/model'),
  plain('packages/contracts'),
  plain('packages/storage'),
  plain('packages/sync'),
  plain('packages/exchange'),
  plain('apps/server'),
  plain('tests', 'checks'),
  plain('tests/load', 'sync'),
  {
    folder: 'apps/web',
    check: [
      'svelte-check',
      '--tsconfig',
      './tsconfig.json',
      '--output',
      'machine',
      '--fail-on-warnings',
    ],
    planted: {
      'src/lib/planted-type-error.ts': wrong,
      'src/lib/planted-type-error.svelte': `<script lang="ts">\n  ${wrong.trim()}\n</script>\n`,
    },
  },
];

/** Makes what the client's own tools generate from its routes and messages. */
export const generate = async (): Promise<readonly Outcome[]> => [
  await one(
    'client types and messages',
    run('npm', ['run', '--silent', 'sync'], { folder: 'apps/web' }),
  ),
];

export async function types(): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const workspace of workspaces) outcomes.push(await checkWorkspace(workspace));
  return outcomes;
}

async function checkWorkspace({ folder, check, planted }: Workspace): Promise<Outcome> {
  const [program, ...args] = check;
  const files = Object.entries(planted).map(
    ([file, content]) => [join(repository, folder, file), content] as const,
  );
  try {
    await Promise.all(files.map(([file, content]) => writeFile(file, content)));
    const { output, seconds } = await run(program, args, { folder });
    const problems = output.split('\n').filter((line) => /\b(error|ERROR|WARNING)\b/.test(line));
    const isPlanted = (line: string) => line.includes('planted-type-error');
    const found = Object.keys(planted).filter((file) =>
      problems.some((line) => line.includes(file.replaceAll('\\', '/'))),
    ).length;
    const canary = found === Object.keys(planted).length;
    const clean = canary && problems.every((line) => isPlanted(line) || line.includes('COMPLETED'));
    return {
      name: `types of ${folder}, and the planted error found`,
      passed: Number(canary) + Number(clean),
      failed: Number(!canary) + Number(!clean),
      seconds,
      output: canary
        ? problems.filter((line) => !isPlanted(line)).join('\n')
        : `${output}\nA planted type error was not found.`,
    };
  } finally {
    await Promise.all(files.map(([file]) => rm(file, { force: true })));
  }
}
