import { useQuery } from '@tanstack/react-query';
import { findPullProblems } from '../submit/checks/pull.ts';
import { type Problem, worstFirst } from '../submit/checks/problem.ts';
import { noPullQuery, pullQuery } from '../wizard/model/pull-query.ts';
import { queryClient } from '../wizard/query-client.ts';
import type { WizardState } from './host-contract.ts';
import { resolveModelDependencies } from './model-dependencies.ts';

interface PullProblems {
  /** Adds what is wrong with the key and its image to what else was found. */
  among: (problems: readonly Problem[]) => Problem[];
  /** Asks once more where the registry has refused: something may have been done about it since. */
  askAgain: () => void;
}

/** What was answered about the key and its image. The model's field asks; here it is only said. */
export const usePullProblems = (state: WizardState): PullProblems => {
  const { pull } = resolveModelDependencies(state);
  const query = pull ? pullQuery(pull) : noPullQuery;
  const { data, refetch } = useQuery({ ...query, enabled: false }, queryClient);
  const found = findPullProblems(data);
  return {
    among: (problems) => worstFirst([...problems, ...found]),
    askAgain: () => void (found.length > 0 && refetch()),
  };
};
