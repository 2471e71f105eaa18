import { type ReactElement, Suspense, useEffect } from 'react';
import { lazyOr } from '../wizard/lazy-or.ts';
import * as words from '../words/settings.ts';
import type { KeyModalProps } from './key-modal.tsx';
import { noticeOfUnexpected } from './notice.ts';

const NotLoaded = ({ onClose }: KeyModalProps): null => {
  useEffect(() => onClose(noticeOfUnexpected(words.notLoaded)));
  return null;
};

const Loaded = lazyOr<KeyModalProps>(
  async () => (await import('./key-modal.tsx')).KeyModal,
  NotLoaded,
);

/** One of the card's forms: a file of its own, since most only look at the card. */
export const LazyKeyModal = (props: KeyModalProps): ReactElement => (
  <Suspense fallback={null}>
    <Loaded {...props} />
  </Suspense>
);
