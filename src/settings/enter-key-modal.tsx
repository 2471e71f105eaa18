import { Modal, ModalHeader } from '@patternfly/react-core';
import { type ReactElement, useId, useState } from 'react';
import { describeEntering, noticeOfStored } from './describe-entering.ts';
import { EntryStep } from './entry-step.tsx';
import type { KnownKeyData } from './known-key-data.ts';
import type { KeyUsers } from './key-users.ts';
import type { Notice } from './notice.ts';
import { RestartStep } from './restart-step.tsx';
import { useRestarts } from './use-restarts.ts';
import { useStoreKey } from './use-store-key.ts';

/** Takes a project's key, the first or another, and then restarts the deployments that use it. */
export const EnterKeyModal = (props: {
  data: KnownKeyData;
  users: KeyUsers;
  onClose: (notice?: Notice) => void;
}): ReactElement => {
  const { data, users, onClose } = props;
  const id = useId();
  const [done, setDone] = useState<{ title: string; warning: string | undefined }>();
  const texts = describeEntering(data.key);
  const keyToBe = useStoreKey(data, (warning) => {
    const stored = { title: texts.done, warning };
    if (users.data?.length === 0) {
      onClose(noticeOfStored(stored, []));
    } else {
      setDone(stored);
    }
  });
  const restarts = useRestarts(users.data ?? []);
  const isRunning = keyToBe.store.isRunning || restarts.isRunning;
  const close = (): void => {
    if (!isRunning) {
      onClose(done && noticeOfStored(done, restarts.users));
    }
  };
  return (
    <Modal isOpen variant="medium" aria-labelledby={id} onClose={close}>
      <ModalHeader labelId={id} title={done?.title ?? texts.title} />
      {done ? (
        <RestartStep
          warning={done.warning}
          error={users.error}
          restarts={restarts}
          onClose={close}
        />
      ) : (
        <EntryStep data={data} texts={texts} keyToBe={keyToBe} onCancel={close} />
      )}
    </Modal>
  );
};
