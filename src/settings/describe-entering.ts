import { describeRecord } from '../apiKey/describe-stored-key.ts';
import type { ProjectKey } from '../apiKey/project-key.ts';
import { describeRestarts, type RestartedUser } from '../submit/key/describe-restarts.ts';
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
      return {
        title: 'Add an NVIDIA API key',
        explanation: 'It becomes the key of this project, for all its NIM deployments.',
        button: 'Add key',
        done: 'The key was added',
      };
    case 'broken':
      return {
        title: "Enter the project's NVIDIA API key",
        explanation: 'Both of its Secrets are written again.',
        button: 'Store key',
        done: 'The key was stored',
      };
    case 'stored':
      return {
        title: "Replace the project's NVIDIA API key",
        explanation: `The key that is there (${describeRecord(key.record)}) is put back if anything fails. Deployments that use it take the new one when they are restarted; you are asked next.`,
        button: 'Replace key',
        done: 'The key was replaced',
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
  const body = [warning ?? '', restarts ? describeRestarts(restarts) : NOBODY_KNOWS]
    .filter((text) => text !== '')
    .join(' ');
  return {
    variant: warning === undefined ? 'success' : 'warning',
    title,
    ...(body === '' ? {} : { body }),
  };
};

const NOBODY_KNOWS =
  'Which deployments use it is not known: what runs takes the new key when it starts next.';
