import { Skeleton } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { type Problem, stops } from '../submit/checks/problem.ts';
import type { SeenProject } from '../submit/checks/seen-project.ts';
import { CheckList } from '../wizard/check-list.tsx';
import { queryClient } from '../wizard/query-client.ts';
import { seenProjectQuery } from '../wizard/seen-project-query.ts';
import { resolveDependencies } from './field-dependencies.ts';
import type { WizardState } from './host-contract.ts';
import { reviewedUpdate } from './reviewed-update.ts';
import { updateProblemsOf } from './update-problems-of.ts';

/** What is known to be wrong with an update; looked at anew each time that the review page is shown. */
export const UpdateChecks = (props: {
  state: WizardState;
  /** With what the form was opened. */
  initialData: unknown;
}): ReactElement => {
  const { state, initialData } = props;
  const project = resolveDependencies(state).project ?? '';
  const sight = useQuery(seenProjectQuery(project, 'update'), queryClient);
  if (!sight.data || sight.isFetching) {
    return <Skeleton screenreaderText="Checking" />;
  }
  const { seen, notSeen } = sight.data;
  const reviewed = reviewedUpdate({ state, initialData, seen });
  return (
    <CheckList
      problems={reviewed ? updateProblemsOf({ ...reviewed, seen }) : goneIn(seen)}
      notSeen={notSeen}
      onCheckAgain={() => void sight.refetch()}
    />
  );
};

const goneIn = ({ services }: SeenProject): Problem[] =>
  services
    ? [
        stops(
          'permissions',
          'The deployment is not in the project any more',
          'Somebody has deleted it. Deploy the model anew.',
        ),
      ]
    : [];
