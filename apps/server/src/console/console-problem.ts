/**
 * Something that the one who typed a command can put right. The message is a sentence that says what
 * happened and what to do; it is printed without a stack, and the exit code is 1.
 */
export class ConsoleProblem extends Error {
  override readonly name = 'ConsoleProblem';
}
