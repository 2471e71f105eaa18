import { useQuery } from '@tanstack/react-query';
import { AlertActionLink } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { FieldAlert } from '../wizard/field-alert.tsx';
import { type ProjectKeyData, projectKeyQuery } from '../wizard/project-key-query.ts';
import { queryClient } from '../wizard/query-client.ts';
import { tryAgain } from '../words/again.ts';
import { keyNotLookedUp } from '../words/key.ts';
import { KeySettings } from './key-settings.tsx';
import { LoadingStatus } from './loading-status.tsx';
import { UnseenKey } from './unseen-key.tsx';

/** A project's key from the first look at it: what is loaded, and what cannot be. */
export const ProjectKeySettings = ({ project }: { project: string }): ReactElement => {
  const { data, error, isFetching, refetch } = useQuery(projectKeyQuery(project), queryClient);
  if (data && !error) {
    return <SeenKeySettings data={data} />;
  }
  return error && !isFetching ? (
    <FieldAlert
      variant="danger"
      title={keyNotLookedUp}
      actionLinks={<AlertActionLink onClick={() => void refetch()}>{tryAgain}</AlertActionLink>}
    >
      {error.message}
    </FieldAlert>
  ) : (
    <LoadingStatus />
  );
};

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
