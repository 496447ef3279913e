import * as v from 'valibot';
import { ConsoleProblem } from './console-problem.ts';
import type { Desk } from './desk.ts';

/** One thing that can follow a command. */
interface Parameter {
  readonly meaning: string;
  /** What it must be, as the end of the sentence “--uses must be …”; only where it can be wrong. */
  readonly rule?: string;
}

interface Option extends Parameter {
  /** The word that stands for its value in the help; none: the option is there or it is not. */
  readonly value?: string;
  readonly required?: boolean;
}

/** What was typed, by the names of parameters and options. */
export type Typed = Readonly<Record<string, string | boolean>>;

export interface Command {
  /** One or two words. */
  readonly name: string;
  /** One line: what it does. */
  readonly summary: string;
  /** What one should know before using it. */
  readonly details?: string;
  /** What follows the name without a `--`, in this order; all of it must be there. */
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly options: Readonly<Record<string, Option>>;
  /** @throws ConsoleProblem in words for the one who typed it */
  run(typed: Typed, desk: Desk): Promise<void>;
}

/** A command whose input is checked by a schema before it runs. */
export function command<const Input extends v.GenericSchema<Record<string, unknown>, unknown>>({
  input,
  run,
  ...said
}: Omit<Command, 'run'> & {
  readonly input: Input;
  readonly run: (given: v.InferOutput<Input>, desk: Desk) => Promise<void>;
}): Command {
  return {
    ...said,
    run: async (typed, desk) => {
      const read = v.safeParse(input, typed);
      if (!read.success) throw notAsItMust(said, read.issues[0]);
      await run(read.output, desk);
    },
  };
}

function notAsItMust(
  { parameters, options }: Pick<Command, 'parameters' | 'options'>,
  issue: v.BaseIssue<unknown>,
): ConsoleProblem {
  const key = String(issue.path?.[0]?.key);
  const rule = (options[key] ?? parameters[key])?.rule ?? 'something else';
  return new ConsoleProblem(`${key in options ? `--${key}` : `<${key}>`} must be ${rule}.`);
}

/** The command with what must and may follow it: `invite <space> --role <role> [--uses <number>]`. */
export function usageOf({ name, parameters, options }: Command): string {
  const words = [name, ...Object.keys(parameters).map((parameter) => `<${parameter}>`)];
  for (const [option, { value, required }] of Object.entries(options)) {
    const spelled = value === undefined ? `--${option}` : `--${option} <${value}>`;
    words.push(required === true ? spelled : `[${spelled}]`);
  }
  return words.join(' ');
}
