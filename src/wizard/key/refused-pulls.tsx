import type { ReactElement } from 'react';
import type { KeyUser } from '../../bundle/key-users.ts';
import { listNames } from '../../bundle/list-names.ts';
import { FieldAlert } from '../field-alert.tsx';
import * as words from '../../words/refused-pulls.ts';

/** The deployments that would not start again with a key, though NVIDIA knows it. */
export const RefusedPulls = (props: {
  users: readonly KeyUser[];
  className?: string;
}): ReactElement | null =>
  props.users.length === 0 ? null : (
    <FieldAlert
      className={props.className ?? ''}
      variant="warning"
      isLiveRegion
      title={words.refusedPulls}
    >
      {words.couldNotStart(listNames(props.users))}
    </FieldAlert>
  );
