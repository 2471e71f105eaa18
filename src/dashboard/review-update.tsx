import { Skeleton } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { CheckList } from '../wizard/check-list.tsx';
import { queryClient } from '../wizard/query-client.ts';
import { seenProjectQuery } from '../wizard/seen-project-query.ts';
import * as words from '../words/review-page.ts';
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
  if (!sight.data || sight.isFetching) {
    return <Skeleton screenreaderText={words.checking} />;
  }
  const { seen, notSeen } = sight.data;
  return (
    <CheckList
      problems={pull.among(problemsOfReviewed({ state, initialData, seen }))}
      notSeen={notSeen}
      onCheckAgain={() => {
        pull.askAgain();
        void sight.refetch();
      }}
    />
  );
};
