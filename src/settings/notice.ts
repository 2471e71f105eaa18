import type { Wait } from '../apiKey/describe-wait.ts';
import * as words from '../words/settings.ts';

/** What came of something that a person did, as the card says it. */
export interface Notice {
  variant: 'success' | 'info' | 'warning' | 'danger';
  title: string;
  body?: string;
  /** Said after that, and counted down. */
  wait?: Wait;
}

/** That something went wrong in a way that nobody had thought of. */
export const noticeOfUnexpected = (body: string): Notice => ({
  variant: 'danger',
  title: words.unexpected,
  body,
});
