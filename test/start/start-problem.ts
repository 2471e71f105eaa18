/**
 * Why the development set-up cannot start, in one line that says what to do. Everything else that is
 * thrown is a bug.
 */
export class StartProblem extends Error {
  override name = 'StartProblem';
}
