import type { ReactElement } from 'react';
import type { KeyUser } from '../bundle/key-users.ts';
import { listNames } from '../bundle/list-names.ts';
import { FieldAlert } from '../wizard/field-alert.tsx';

/** The deployments that would not start again with a key, though NVIDIA knows it. */
export const RefusedPulls = ({ users }: { users: readonly KeyUser[] }): ReactElement | null =>
  users.length === 0 ? null : (
    <FieldAlert
      variant="warning"
      isLiveRegion
      title="This key is not allowed to pull every image that is in use"
    >
      {listNames(users)} could not start again with it. Accept the models&apos; terms at NVIDIA, or
      enter another key.
    </FieldAlert>
  );
