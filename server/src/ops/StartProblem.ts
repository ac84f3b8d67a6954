/** Why the server cannot start, in one sentence for the person who starts it; printed without a stack. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}
