/**
 * Something that the person who starts Parley can put right: a setting, a folder, a port. The message
 * is one sentence that says what to do; `start.ts` prints it without a stack and exits with code 1.
 */
export class StartupProblem extends Error {
  override readonly name = 'StartupProblem';
}
