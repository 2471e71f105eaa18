import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { BrokenProjectKey } from '../../apiKey/project-key.ts';
import * as words from '../../words/key.ts';
import { FieldAlert } from '../field-alert.tsx';
import { keyUsersQuery } from './key-users-query.ts';
import { describeBroken } from './describe-broken.ts';
import { queryClient } from '../query-client.ts';

/** One of the two Secrets of a project's key is missing or is of another key: entering the key mends it. */
export const BrokenKey = (props: {
  project: string;
  broken: BrokenProjectKey;
  /** The key was entered, and is written when the model is deployed. */
  isEntered: boolean;
}): ReactElement => {
  const { broken, isEntered } = props;
  const users = useQuery(keyUsersQuery(props.project, broken.names), queryClient);
  const advice = isEntered ? words.mendedOnDeploy : words.enterToMend;
  const { title, body } = describeBroken(broken, advice, users);
  return (
    <FieldAlert
      className="pf-v6-u-mb-sm"
      variant={isEntered ? 'info' : 'warning'}
      title={isEntered ? words.keyWillBeComplete : title}
    >
      {body}
    </FieldAlert>
  );
};
