import type { FailedRequest } from './describe/describe-failure.ts';

/**
 * A submission that did not come to its end. The message is for the person: what failed and why, what
 * was removed again, what (if anything) is left and how to remove it.
 */
export class SubmissionError extends Error {
  override name = 'SubmissionError';
  /** What the cluster refused; empty when it was not asked. */
  readonly refused: readonly FailedRequest[];

  constructor(message: string, refused: readonly FailedRequest[] = [], options?: ErrorOptions) {
    super(message, options);
    this.refused = refused;
  }
}
