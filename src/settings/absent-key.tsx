import type { ReactElement } from 'react';
import type { KeyScope } from '../apiKey/key-secrets.ts';
import { listNames } from '../bundle/list-names.ts';
import { FieldAlert } from '../wizard/field-alert.tsx';
import type { KeyUsers } from './key-users.ts';

/** A project without a key, and the deployments that have lost theirs by that. */
export const AbsentKey = (props: { scope: KeyScope; users: KeyUsers }): ReactElement => {
  const { data: users = [] } = props.users;
  return (
    <>
      <FieldAlert variant="info" isPlain title={TITLES[props.scope]}>
        {BODIES[props.scope]}
      </FieldAlert>
      {users.length === 0 ? null : (
        <FieldAlert
          className="pf-v6-u-mt-sm"
          variant="warning"
          title="Deployments of this project are missing their key"
        >
          {listNames(users)} cannot start without the project&apos;s key.
        </FieldAlert>
      )}
    </>
  );
};

const TITLES: Readonly<Record<KeyScope, string>> = {
  project: 'This project has no NVIDIA API key',
  deployment: 'This project has no NVIDIA API key of its own',
};

const BODIES: Readonly<Record<KeyScope, string>> = {
  project: 'It is asked for when a NIM is deployed.',
  deployment: 'Each deployment has a key of its own, which is asked for when a NIM is deployed.',
};
