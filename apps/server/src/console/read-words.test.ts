import { describe, expect, it } from 'vitest';
import { commands } from './commands.ts';
import { helpOn, overview } from './help.ts';
import { readWords } from './read-words.ts';

const read = (line: string) => readWords(line.split(' ').filter(Boolean), commands);

describe('what is typed after parley', () => {
  it('is read by the names of parameters and options, wherever the options stand', () => {
    const wish = read('invite --role lead team --uses=3');
    expect(wish).toMatchObject({
      kind: 'run',
      command: { name: 'invite' },
      typed: { space: 'team', role: 'lead', uses: '3' },
    });
    expect(read('process delete p --yes')).toMatchObject({ typed: { process: 'p', yes: true } });
  });

  it.each(['', 'help', '--help', '-h'])('asks for the list of commands: “%s”', (line) => {
    expect(read(line)).toEqual({ kind: 'overview' });
    for (const { name, summary } of commands) {
      expect(overview(commands)).toContain(name);
      expect(overview(commands)).toContain(summary);
    }
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    '“%s --help” explains all that follows it',
    (name, command) => {
      expect(read(`${name} --help`)).toEqual({ kind: 'help', command });
      const help = helpOn(command);
      for (const { meaning } of Object.values({ ...command.parameters, ...command.options })) {
        expect(help).toContain(meaning);
      }
    },
  );

  it.each([
    ['frobnicate', /no command “frobnicate”/],
    ['process', /“process” needs a second word: process list, process export, process delete\./],
    ['process frobnicate', /needs a second word/],
    ['process list now', /“now” is a word too many/],
    ['process export p', /--to is missing/],
    ['invite --role lead', /<space> is missing/],
    ['invite team --role lead --rol lead', /no option --rol\b/],
    ['invite team --role lead --role observer', /--role stands there twice/],
    ['invite team --role', /--role needs a <role>/],
    ['process delete p --yes=no', /--yes takes no value/],
    ['process delete p --toString', /no option --toString/],
  ])('is refused rather than guessed: “%s”', (line, why) => {
    expect(() => read(line)).toThrow(why);
  });
});
