import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Label,
  Skeleton,
} from '@patternfly/react-core';
import type { ReactElement, ReactNode } from 'react';
import { describeKeyStatus } from '../apiKey/describe-key-status.ts';
import type { StoredProjectKey } from '../apiKey/project-key.ts';
import { listNames } from '../bundle/list-names.ts';
import { FieldAlert } from '../wizard/field-alert.tsx';
import * as words from '../words/settings.ts';
import type { KeyUsers } from './key-users.ts';
import { UsersSentence } from './users-sentence.tsx';

/** A key that is there: what is known of it, who uses it, and what is not as it should be. */
export const StoredKey = (props: {
  stored: StoredProjectKey;
  skipsVerification: boolean;
  users: KeyUsers;
}): ReactElement => {
  const { stored } = props;
  return (
    <>
      <DescriptionList isHorizontal isCompact aria-label={words.theKey}>
        {describeKeyStatus(stored.record).map(({ term, description, verdict }) => (
          <Line key={term} term={term}>
            {verdict ? (
              <Label variant="outline" isCompact status={verdict}>
                {description}
              </Label>
            ) : (
              description
            )}
          </Line>
        ))}
        <Line term={words.usedBy}>
          <UsersSentence users={props.users}>
            <UserNames users={props.users} />
          </UsersSentence>
        </Line>
      </DescriptionList>
      {stored.source === 'older' ? <OlderKey stored={stored} /> : null}
      {props.skipsVerification ? <NotVerifiedHere /> : null}
    </>
  );
};

const Line = (props: { term: string; children: ReactNode }): ReactElement => (
  <DescriptionListGroup>
    <DescriptionListTerm>{props.term}</DescriptionListTerm>
    <DescriptionListDescription>{props.children}</DescriptionListDescription>
  </DescriptionListGroup>
);

const UserNames = ({ users }: { users: KeyUsers }): ReactElement => {
  if (users.error) {
    return <>{words.usersNotKnown(users.error.message)}</>;
  }
  if (!users.data) {
    return <Skeleton width="50%" screenreaderText={words.lookingForUsers} />;
  }
  return <>{users.data.length === 0 ? words.noDeployment : listNames(users.data)}</>;
};

const OlderKey = ({ stored }: { stored: StoredProjectKey }): ReactElement => (
  <FieldAlert variant="info" title={words.olderKey}>
    {words.olderKeyStays(stored.names.apiKey, stored.names.imagePull)}
  </FieldAlert>
);

const NotVerifiedHere = (): ReactElement => (
  <FieldAlert variant="info" isPlain title={words.notVerified} />
);
