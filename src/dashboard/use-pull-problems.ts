import { useQuery } from '@tanstack/react-query';
import { isRefusedPull } from '../apiKey/pull-verdict.ts';
import { findPullProblems } from '../submit/checks/pull.ts';
import { type Problem, worstFirst } from '../submit/checks/problem.ts';
import { noPullQuery, pullQuery } from '../wizard/pull-query.ts';
import { queryClient } from '../wizard/query-client.ts';
import * as words from '../words/review.ts';
import type { WizardState } from './host-contract.ts';
import { resolveModelDependencies } from './model-dependencies.ts';

interface PullProblems {
  /** Adds what is wrong with the key and its image to what else was found. */
  among: (problems: readonly Problem[]) => Problem[];
  /** What could not be found out about them, for the list of what was not checked. */
  notSeen: string[];
  /** Asks once more where the registry has refused, or could not tell: that may be another now. */
  askAgain: () => void;
}

/** What was answered about the key and its image. The model's field asks; here it is only said. */
export const usePullProblems = (state: WizardState): PullProblems => {
  const { pull } = resolveModelDependencies(state);
  const query = pull ? pullQuery(pull) : noPullQuery;
  const { data, refetch } = useQuery({ ...query, enabled: false }, queryClient);
  const found = findPullProblems(data);
  const isTold = data === undefined || data.status === 'can-pull' || isRefusedPull(data);
  return {
    among: (problems) => worstFirst([...problems, ...found]),
    notSeen: isTold ? [] : [words.mayPull],
    askAgain: () => void ((found.length > 0 || !isTold) && refetch()),
  };
};
