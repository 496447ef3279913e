import { usageOf, type Command } from './command.ts';

/** How it is called; npm itself stays silent. */
const call = 'npm run --silent parley --';

/** What there is, a line for each. */
export function overview(commands: readonly Command[]): string {
  return [
    'Looks after a Parley on this machine, also while its server runs. Works on the data folder that',
    'the server has: set PARLEY_DATA_DIR, and PARLEY_ORIGIN for the links it prints, as for the server.',
    '',
    `  ${call} <command>`,
    '',
    ...table(commands.map((one) => [usageOf(one), one.summary])),
    '',
    `“${call} <command> --help” says more about one of them.`,
  ].join('\n');
}

/** All about one. */
export function helpOn(one: Command): string {
  const parameters = Object.entries(one.parameters).map(([name, { meaning }]): [string, string] => [
    `<${name}>`,
    meaning,
  ]);
  const options = Object.entries(one.options).map(
    ([name, { value, meaning }]): [string, string] => [
      value === undefined ? `--${name}` : `--${name} <${value}>`,
      meaning,
    ],
  );
  const rows = [...parameters, ...options];
  return [
    `  ${call} ${usageOf(one)}`,
    '',
    `${one.summary}.`,
    ...(one.details === undefined ? [] : ['', one.details]),
    ...(rows.length === 0 ? [] : ['', ...table(rows)]),
  ].join('\n');
}

/** Two columns; where the first is too wide, the second begins on the next line. */
function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.min(Math.max(...rows.map(([left]) => left.length)), 34);
  return rows.flatMap(([left, right]) =>
    left.length <= width
      ? [`  ${left.padEnd(width)}  ${right}`]
      : [`  ${left}`, `  ${' '.repeat(width)}  ${right}`],
  );
}
