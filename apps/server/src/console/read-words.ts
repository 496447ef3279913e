import { parseArgs } from 'node:util';
import { usageOf, type Command, type Typed } from './command.ts';
import { ConsoleProblem } from './console-problem.ts';

/** What somebody wants who typed these words. */
export type Wish =
  | { readonly kind: 'overview' }
  | { readonly kind: 'help'; readonly command: Command }
  | { readonly kind: 'run'; readonly command: Command; readonly typed: Typed };

const helpWords = ['help', '--help', '-h'];

/**
 * Reads the words after `parley`. Nothing is guessed: a word too many, an option that is not known or
 * stands there twice, a beginning that fits several commands are refused.
 *
 * @throws ConsoleProblem
 */
export function readWords(words: readonly string[], commands: readonly Command[]): Wish {
  const [first, second] = words;
  if (first === undefined || helpWords.includes(first)) return { kind: 'overview' };
  const command = commands.find(({ name }) => [first, `${first} ${second}`].includes(name));
  if (command === undefined) throw unknownCommand(words, commands);
  const rest = words.slice(command.name.split(' ').length);
  if (rest.some((word) => word === '--help' || word === '-h')) return { kind: 'help', command };
  return { kind: 'run', command, typed: typedIn(rest, command) };
}

function typedIn(words: readonly string[], command: Command): Typed {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      Object.entries(command.options).map(([name, { value }]) => [
        name,
        { type: value === undefined ? ('boolean' as const) : ('string' as const) },
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const typed: Record<string, string | boolean> = {};
  const names = Object.keys(command.parameters);
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      const name = names.shift();
      if (name === undefined) throw refused(command, `“${token.value}” is a word too many`);
      typed[name] = token.value;
      continue;
    }
    const option = Object.hasOwn(command.options, token.name)
      ? command.options[token.name]
      : undefined;
    if (option === undefined) throw refused(command, `it has no option ${token.rawName}`);
    if (token.name in typed) throw refused(command, `${token.rawName} stands there twice`);
    if ((option.value === undefined) !== (token.value === undefined)) {
      const must = option.value === undefined ? 'takes no value' : `needs a <${option.value}>`;
      throw refused(command, `${token.rawName} ${must}`);
    }
    typed[token.name] = token.value ?? true;
  }
  const [missing] = names;
  if (missing !== undefined) throw refused(command, `<${missing}> is missing`);
  for (const [name, { required }] of Object.entries(command.options)) {
    if (required === true && !(name in typed)) throw refused(command, `--${name} is missing`);
  }
  return typed;
}

const refused = (command: Command, why: string): ConsoleProblem =>
  new ConsoleProblem(`“${command.name}” was not run: ${why}. It is used so: ${usageOf(command)}`);

function unknownCommand(words: readonly string[], commands: readonly Command[]): ConsoleProblem {
  const [first = ''] = words;
  const near = commands.filter(({ name }) => name.startsWith(`${first} `)).map(({ name }) => name);
  return new ConsoleProblem(
    near.length > 0
      ? `“${first}” needs a second word: ${near.join(', ')}.`
      : `There is no command “${first}”. “--help” lists those that there are.`,
  );
}
