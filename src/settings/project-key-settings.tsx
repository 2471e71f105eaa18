import { useQuery } from '@tanstack/react-query';
import { AlertActionLink } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { FieldAlert } from '../wizard/field-alert.tsx';
import { type ProjectKeyData, projectKeyQuery } from '../wizard/key/project-key-query.ts';
import { queryClient } from '../wizard/query-client.ts';
import { tryAgain } from '../words/again.ts';
import { keyNotLookedUp } from '../words/key.ts';
import { notLookedUpAgain } from '../words/settings.ts';
import { KeySettings } from './key-settings.tsx';
import { LoadingStatus } from './loading-status.tsx';
import { UnseenKey } from './unseen-key.tsx';

/**
 * A project's key from the first look at it: what is loaded, and what cannot be. While it cannot be looked
 * up again, what a person is in the middle of stays; what was seen may be of another key by now, and is
 * not shown.
 */
export const ProjectKeySettings = ({ project }: { project: string }): ReactElement => {
  const { data, error, isFetching, refetch } = useQuery(projectKeyQuery(project), queryClient);
  if (data && !error) {
    return <SeenKeySettings data={data} />;
  }
  const instead =
    error && !isFetching ? (
      <LookUpProblem error={error} isSecond={data !== undefined} onRetry={() => void refetch()} />
    ) : (
      <LoadingStatus />
    );
  return data ? <SeenKeySettings data={data} instead={instead} /> : instead;
};

const LookUpProblem = (props: {
  error: Error;
  /** It was looked up before. */
  isSecond: boolean;
  onRetry: () => void;
}): ReactElement => (
  <FieldAlert
    variant={props.isSecond ? 'warning' : 'danger'}
    title={props.isSecond ? notLookedUpAgain : keyNotLookedUp}
    actionLinks={<AlertActionLink onClick={props.onRetry}>{tryAgain}</AlertActionLink>}
  >
    {props.error.message}
  </FieldAlert>
);

const SeenKeySettings = (props: { data: ProjectKeyData; instead?: ReactElement }): ReactElement => {
  const { data, instead } = props;
  const { key } = data;
  switch (key.kind) {
    case 'hidden':
    case 'unseen':
    case 'not-needed':
      return instead ?? <UnseenKey kind={key.kind} />;
    default:
      return <KeySettings data={{ ...data, key }} instead={instead} />;
  }
};
