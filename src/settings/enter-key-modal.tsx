import { Modal } from '@patternfly/react-core';
import { type ReactElement, useId } from 'react';
import { EntryStep } from './entry-step.tsx';
import type { KeyUsers } from './key-users.ts';
import type { KnownKeyData } from './known-key-data.ts';
import { scrollsAsAWhole } from './modal-content.tsx';
import { FIRST_CONTROL } from './modal-focus.ts';
import { ModalHead } from './modal-head.tsx';
import type { Notice } from './notice.ts';
import { RestartStep } from './restart-step.tsx';
import { useEntering } from './use-entering.ts';

/** Takes a project's key, the first or another, and then restarts the deployments that use it. */
export const EnterKeyModal = (props: {
  data: KnownKeyData;
  users: KeyUsers;
  onClose: (notice?: Notice) => void;
}): ReactElement => {
  const { data, users } = props;
  const id = useId();
  const { texts, keyToBe, done, restarts, refused, close } = useEntering(
    data,
    users,
    props.onClose,
  );
  return (
    <Modal
      isOpen
      style={scrollsAsAWhole}
      variant="medium"
      aria-labelledby={id}
      elementToFocus={FIRST_CONTROL}
      onClose={close}
    >
      <ModalHead id={id} title={done?.title ?? texts.title} />
      {done ? (
        <RestartStep
          warning={done.warning}
          users={users}
          refused={refused}
          restarts={restarts}
          onClose={close}
        />
      ) : (
        <EntryStep data={data} texts={texts} keyToBe={keyToBe} refused={refused} onCancel={close} />
      )}
    </Modal>
  );
};
