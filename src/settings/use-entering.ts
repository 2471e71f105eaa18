import { useState } from 'react';
import { describeEntering, type EnteringTexts, noticeOfStored } from './describe-entering.ts';
import type { KeyUser } from '../bundle/key-users.ts';
import type { KeyUsers } from './key-users.ts';
import type { KnownKeyData } from './known-key-data.ts';
import type { Notice } from './notice.ts';
import { type Restarts, useRestarts } from './use-restarts.ts';
import { useRefusedPulls } from '../wizard/key/use-refused-pulls.ts';
import { type KeyToBe, useStoreKey } from './use-store-key.ts';

/** Entering a project's key, from the empty form to the restart of the deployments that use it. */
export interface Entering {
  texts: EnteringTexts;
  keyToBe: KeyToBe;
  /** Set once the key is stored: then its users are to be restarted. */
  done: { title: string; warning: string | undefined } | undefined;
  restarts: Restarts;
  /** Deployments whose image the key that was entered is not allowed to pull. */
  refused: KeyUser[];
  /** Leaves it, unless something is being done. */
  close: () => void;
}

/** Without deployments that would have to be restarted it is over as soon as the key is stored. */
export const useEntering = (
  data: KnownKeyData,
  users: KeyUsers,
  onClose: (notice?: Notice) => void,
): Entering => {
  const [done, setDone] = useState<Entering['done']>();
  const texts = describeEntering(data.key, users.data);
  const keyToBe = useStoreKey(data, (warning) => {
    const stored = { title: texts.done, warning };
    if (users.data?.length === 0 && !users.isLooking) {
      onClose(noticeOfStored(stored, []));
    } else {
      setDone(stored);
    }
  });
  const refused = useRefusedPulls(keyToBe.entered, users.data ?? []);
  const restarts = useRestarts(users.data ?? [], refused);
  const close = (): void => {
    if (!keyToBe.store.isRunning && !restarts.isRunning) {
      onClose(done && noticeOfStored(done, users.data ? restarts.users : undefined, refused));
    }
  };
  return { texts, keyToBe, done, restarts, refused, close };
};
