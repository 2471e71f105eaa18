import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { EnteredKeyReference } from '../../apiKey/key-reference.ts';
import { keySecretNames } from '../../apiKey/key-secrets.ts';
import { keyUsersQuery } from './key-users-query.ts';
import { queryClient } from '../query-client.ts';
import { RefusedPulls } from './refused-pulls.tsx';
import { useRefusedPulls } from './use-refused-pulls.ts';

export interface ReplacedKeyUsersProps {
  /** The key that replaces the project's. */
  entered: EnteredKeyReference;
}

/**
 * What runs with the project's key now and could not start again with the one that is to replace it; who
 * they are is looked up as for the sentence that names them all.
 */
export const ReplacedKeyUsers = ({ entered }: ReplacedKeyUsersProps): ReactElement => {
  const { project } = entered;
  const users = useQuery(keyUsersQuery(project, keySecretNames('project', '')), queryClient);
  return (
    <RefusedPulls className="pf-v6-u-mt-sm" users={useRefusedPulls(entered, users.data ?? [])} />
  );
};
