import { describeRecord } from '../apiKey/describe-stored-key.ts';
import { listNames } from '../bundle/list-names.ts';
import type { ProjectKey } from '../apiKey/project-key.ts';
import { describeRestarts, type RestartedUser } from '../submit/key/describe-restarts.ts';
import { couldNotStart } from '../words/refused-pulls.ts';
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

/**
 * Entering a key is adding the first, mending what is incomplete, or replacing one. `users` are the
 * deployments that use it, as far as they are known.
 */
export const describeEntering = (
  key: ProjectKey,
  users: readonly unknown[] = [],
): EnteringTexts => {
  switch (key.kind) {
    case 'absent':
      return words.entering.absent;
    case 'broken':
      return words.entering.broken;
    case 'stored':
      return {
        ...words.entering.stored,
        explanation: [
          words.whatIsReplaced(describeRecord(key.record)),
          ...(users.length > 0 ? [words.askedNext] : []),
        ].join(' '),
      };
  }
};

type NamedUser = RestartedUser & { name: string };

/**
 * What the card says once a key was stored. `warning` is what is left to do; `restarts` is missing when
 * nobody knows who uses the key; `refused` could not start with it, unless they were restarted all the same.
 */
export const noticeOfStored = (
  { title, warning }: { title: string; warning?: string | undefined },
  restarts: readonly NamedUser[] | undefined,
  refused: readonly { name: string }[] = [],
): Notice => {
  const isStuck = ({ name, outcome }: NamedUser): boolean =>
    outcome?.status !== 'restarted' && refused.some((user) => user.name === name);
  const stuck = restarts?.filter(isStuck) ?? [];
  const body = [
    warning ?? '',
    restarts
      ? describeRestarts(restarts.filter((user) => !stuck.includes(user)))
      : words.nobodyKnowsWho,
    stuck.length > 0 ? couldNotStart(listNames(stuck)) : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
  return {
    variant: warning === undefined && stuck.length === 0 ? 'success' : 'warning',
    title,
    ...(body === '' ? {} : { body }),
  };
};
