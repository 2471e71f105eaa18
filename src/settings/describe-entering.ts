import { describeRecord } from '../apiKey/describe-stored-key.ts';
import type { ProjectKey } from '../apiKey/project-key.ts';
import { describeRestarts, type RestartedUser } from '../submit/key/describe-restarts.ts';
import * as words from '../words/settings.ts';
import type { Notice } from './notice.ts';

/** The words of the form in which a project's key is entered. */
export interface EnteringTexts {
  title: string;
  explanation: string;
  button: string;
  /** Once it is stored. */
  done: string;
}

/** Entering a key is adding the first, mending what is incomplete, or replacing one. */
export const describeEntering = (key: ProjectKey): EnteringTexts => {
  switch (key.kind) {
    case 'absent':
      return words.entering.absent;
    case 'broken':
      return words.entering.broken;
    case 'stored':
      return {
        ...words.entering.stored,
        explanation: words.whatIsReplaced(describeRecord(key.record)),
      };
  }
};

/**
 * What the card says once a key was stored. `warning` is what is left to do; `restarts` is missing when
 * nobody knows who uses the key.
 */
export const noticeOfStored = (
  { title, warning }: { title: string; warning?: string | undefined },
  restarts: readonly RestartedUser[] | undefined,
): Notice => {
  const body = [warning ?? '', restarts ? describeRestarts(restarts) : words.nobodyKnowsWho]
    .filter((text) => text !== '')
    .join(' ');
  return {
    variant: warning === undefined ? 'success' : 'warning',
    title,
    ...(body === '' ? {} : { body }),
  };
};
