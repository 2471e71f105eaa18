import { type ComponentType, lazy, type ReactElement, Suspense, useEffect } from 'react';
import * as words from '../words/settings.ts';
import type { KeyModalProps } from './key-modal.tsx';
import { noticeOfUnexpected } from './notice.ts';

const Loaded = lazy(async (): Promise<{ default: ComponentType<KeyModalProps> }> => {
  try {
    return { default: (await import('./key-modal.tsx')).KeyModal };
  } catch {
    return { default: NotLoaded };
  }
});

const NotLoaded = ({ onClose }: KeyModalProps): null => {
  useEffect(() => onClose(noticeOfUnexpected(words.notLoaded)));
  return null;
};

/** One of the card's forms: a file of its own, since most only look at the card. */
export const KeyModal = (props: KeyModalProps): ReactElement => (
  <Suspense fallback={null}>
    <Loaded {...props} />
  </Suspense>
);
