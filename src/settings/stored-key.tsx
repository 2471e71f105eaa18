import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  Skeleton,
} from '@patternfly/react-core';
import type { ReactElement, ReactNode } from 'react';
import { describeKeyStatus } from '../apiKey/describe-key-status.ts';
import type { StoredProjectKey } from '../apiKey/project-key.ts';
import { listNames } from '../bundle/list-names.ts';
import { FieldAlert } from '../wizard/field-alert.tsx';
import type { KeyUsers } from './key-users.ts';

/** A key that is there: what is known of it, who uses it, and what is not as it should be. */
export const StoredKey = (props: {
  stored: StoredProjectKey;
  skipsVerification: boolean;
  users: KeyUsers;
}): ReactElement => {
  const { stored } = props;
  return (
    <>
      <DescriptionList isHorizontal isCompact aria-label="The project's NVIDIA API key">
        {describeKeyStatus(stored.record).map(({ term, description }) => (
          <Line key={term} term={term}>
            {description}
          </Line>
        ))}
        <Line term="Used by">
          <UserNames users={props.users} />
        </Line>
      </DescriptionList>
      {stored.source === 'older' ? <OlderKey stored={stored} /> : null}
      {stored.isUnfinished ? <UnfinishedKey /> : null}
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
    return <>Not known: {users.error.message}</>;
  }
  if (!users.data) {
    return <Skeleton width="50%" screenreaderText="Looking for the deployments that use it" />;
  }
  return <>{users.data.length === 0 ? 'No deployment' : listNames(users.data)}</>;
};

const OlderKey = ({ stored }: { stored: StoredProjectKey }): ReactElement => (
  <FieldAlert
    className="pf-v6-u-mt-md"
    variant="info"
    title="This key belongs to the dashboard's older integration"
  >
    Its Secrets {stored.names.apiKey} and {stored.names.imagePull} are used as they are. They cannot
    be replaced or removed here, since that integration writes them: manage the key where it was
    entered.
  </FieldAlert>
);

const UnfinishedKey = (): ReactElement => (
  <FieldAlert
    className="pf-v6-u-mt-md"
    variant="warning"
    title="A replacement of this key was not brought to its end"
  >
    The key is the new one, but the previous one is still inside the Secrets. Nothing uses it there;
    it should be removed.
  </FieldAlert>
);

const NotVerifiedHere = (): ReactElement => (
  <FieldAlert
    className="pf-v6-u-mt-md"
    variant="info"
    isPlain
    title="Keys are not verified: an administrator has switched that off."
  />
);
