import type { ClusterError, ClusterErrorKind, ClusterOutcome } from '../cluster/cluster-error.ts';
import * as words from '../words/loading.ts';

/** Something that a field needs and that could not be loaded, in words for a person. */
export class LoadProblem extends Error {
  override name = 'LoadProblem';
}

/** What to say for each kind of error; the others get the cluster's own words. */
export type ProblemTexts = Partial<Record<ClusterErrorKind, string>>;

/** The value of an outcome, or a thrown problem: how a query function answers TanStack Query. */
export const valueOrProblem = <T>(
  outcome: ClusterOutcome<T>,
  what: string,
  texts: ProblemTexts = {},
): T => {
  if (outcome.status === 'ok') {
    return outcome.value;
  }
  throw new LoadProblem(texts[outcome.error.kind] ?? describeProblem(outcome.error, what), {
    cause: outcome.error.thrown,
  });
};

const describeProblem = (error: ClusterError, what: string): string => {
  switch (error.kind) {
    case 'unreachable':
      return words.didNotAnswer(what);
    case 'forbidden':
      return words.forbidden(what);
    default:
      return words.refused(what, error.message);
  }
};
