import type { ReactElement } from 'react';
import { EnterKeyModal } from './enter-key-modal.tsx';
import type { KeyUsers } from './key-users.ts';
import type { KnownKeyData } from './known-key-data.ts';
import type { Notice } from './notice.ts';
import { RemoveKeyModal } from './remove-key-modal.tsx';

/** In which a key is entered, or removed. */
export type KeyForm = 'enter' | 'remove';

export interface KeyModalProps {
  form: KeyForm;
  data: KnownKeyData;
  users: KeyUsers;
  /** Told what came of it, unless it was cancelled. */
  onClose: (notice?: Notice) => void;
}

/** One of the card's forms. */
export const KeyModal = ({ form, ...props }: KeyModalProps): ReactElement =>
  form === 'enter' ? <EnterKeyModal {...props} /> : <RemoveKeyModal {...props} />;
