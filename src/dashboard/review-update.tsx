import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { CheckList } from '../wizard/review/check-list.tsx';
import { queryClient } from '../wizard/query-client.ts';
import { seenProjectQuery } from '../wizard/review/seen-project-query.ts';
import { resolveDependencies } from './field-dependencies.ts';
import type { WizardState } from './host-contract.ts';
import { problemsOfReviewed } from './reviewed-update.ts';
import { usePullProblems } from './use-pull-problems.ts';

/** What is known to be wrong with an update; looked at anew each time that the review page is shown. */
export const UpdateChecks = (props: {
  state: WizardState;
  /** With what the form was opened. */
  initialData: unknown;
}): ReactElement => {
  const { state, initialData } = props;
  const project = resolveDependencies(state).project ?? '';
  const sight = useQuery(seenProjectQuery(project, 'update'), queryClient);
  const pull = usePullProblems(state);
  return (
    <CheckList
      found={
        sight.data && !sight.isFetching
          ? {
              problems: pull.among(problemsOfReviewed({ state, initialData, ...sight.data })),
              notSeen: sight.data.notSeen,
            }
          : undefined
      }
      onCheckAgain={() => {
        pull.askAgain();
        void sight.refetch();
      }}
    />
  );
};
