import { AlertActionLink } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useId } from 'react';
import type { ResourceBundle } from '../bundle/resource-bundle.ts';
import { previewObjects } from '../submit/preview/preview-objects.ts';
import { CheckList } from '../wizard/review/check-list.tsx';
import { FieldAlert } from '../wizard/field-alert.tsx';
import { queryClient } from '../wizard/query-client.ts';
import { seenProjectQuery } from '../wizard/review/seen-project-query.ts';
import { WhatIsCreated } from '../wizard/review/what-is-created.tsx';
import * as words from '../words/review-page.ts';
import { tryAgain } from '../words/again.ts';
import { resolveDependencies } from './field-dependencies.ts';
import type { WizardState } from './host-contract.ts';
import { problemsOf } from './problems-of.ts';
import { reviewedBundle } from './reviewed-bundle.ts';
import { sightPurpose } from './sight-purpose.ts';
import { usePullProblems } from './use-pull-problems.ts';
import { useReplacedKeyProblems } from './use-replaced-key-problems.ts';

/** What the review page shows of ours beyond what was entered; loaded when the page is shown. */
export interface ReviewPartProps {
  /** All that was entered in the wizard. */
  state: WizardState;
}

/** The YAML of what will be created, of the state as it is when that is opened. */
export const CreatedObjects = ({ state }: ReviewPartProps): ReactElement => (
  <WhatIsCreated readObjects={async () => previewObjects(await reviewedBundle(state))} />
);

/** What is known to be wrong; looked at anew each time that the page is shown. */
export const Checks = ({ state }: ReviewPartProps): ReactElement => {
  const project = resolveDependencies(state).project ?? '';
  const sight = useQuery(seenProjectQuery(project, sightPurpose(state)), queryClient);
  const bundle = useBundle(state);
  const pull = usePullProblems(state);
  const stopped = useReplacedKeyProblems(state, sight.data?.seen);
  if (bundle.error && !bundle.isFetching) {
    return (
      <FieldAlert
        variant="warning"
        title={words.notChecked}
        actionLinks={
          <AlertActionLink onClick={() => void bundle.refetch()}>{tryAgain}</AlertActionLink>
        }
      >
        {bundle.error.message}
      </FieldAlert>
    );
  }
  const isLooking = sight.isFetching || !bundle.data;
  return (
    <CheckList
      found={
        sight.data && !isLooking
          ? {
              problems: pull.among([
                ...problemsOf({ state, bundle: bundle.data, ...sight.data }),
                ...stopped,
              ]),
              notSeen: [...sight.data.notSeen, ...pull.notSeen],
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

/** Of the state as it is: on this page nothing is changed. */
const useBundle = (state: WizardState) =>
  useQuery<ResourceBundle>(
    {
      queryKey: ['nimWizard', 'reviewedBundle', useId()],
      queryFn: () => reviewedBundle(state),
      gcTime: 0,
    },
    queryClient,
  );
