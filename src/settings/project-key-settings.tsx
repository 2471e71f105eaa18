import { useQuery } from '@tanstack/react-query';
import { AlertActionLink } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { FieldAlert } from '../wizard/field-alert.tsx';
import { type ProjectKeyData, projectKeyQuery } from '../wizard/key/project-key-query.ts';
import { queryClient } from '../wizard/query-client.ts';
import { tryAgain } from '../words/again.ts';
import { keyNotLookedUp } from '../words/key.ts';
import { KeySettings } from './key-settings.tsx';
import { LoadingStatus } from './loading-status.tsx';
import { UnseenKey } from './unseen-key.tsx';

/**
 * A project's key from the first look at it: what is loaded, and what cannot be. What was seen stays while
 * it cannot be looked up again, and with it what a person is in the middle of.
 */
export const ProjectKeySettings = ({ project }: { project: string }): ReactElement => {
  const { data, error, isFetching, refetch } = useQuery(projectKeyQuery(project), queryClient);
  const problem =
    error && !isFetching ? <LookUpProblem error={error} onRetry={() => void refetch()} /> : null;
  return data ? (
    <>
      {problem}
      <SeenKeySettings data={data} />
    </>
  ) : (
    (problem ?? <LoadingStatus />)
  );
};

const LookUpProblem = (props: { error: Error; onRetry: () => void }): ReactElement => (
  <FieldAlert
    className="pf-v6-u-mb-md"
    variant="danger"
    title={keyNotLookedUp}
    actionLinks={<AlertActionLink onClick={props.onRetry}>{tryAgain}</AlertActionLink>}
  >
    {props.error.message}
  </FieldAlert>
);

const SeenKeySettings = ({ data }: { data: ProjectKeyData }): ReactElement => {
  const { key } = data;
  switch (key.kind) {
    case 'hidden':
    case 'unseen':
    case 'not-needed':
      return <UnseenKey kind={key.kind} />;
    default:
      return <KeySettings data={{ ...data, key }} />;
  }
};
