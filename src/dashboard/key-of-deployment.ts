import { isProjectKey } from '../apiKey/is-project-key.ts';
import {
  type EnteredKeyReference,
  type KeyReference,
  type StoredKeyReference,
} from '../apiKey/key-reference.ts';
import { keySecretNames } from '../apiKey/key-secrets.ts';
import { keptKey } from '../apiKey/key-vault.ts';
import { type KeySecretPair, pairToReplace } from '../apiKey/project-key.ts';
import { recordEntered } from '../apiKey/record-entered.ts';
import { type KeySecretWrite, keyWrites } from '../apiKey/write-key.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import {
  lookForKeyAgain,
  noteMetKey,
  projectKeyQuery,
  stateOfSeen,
} from '../wizard/key/project-key-query.ts';
import { queryClient } from '../wizard/query-client.ts';
import { lookAtProjectAgain } from '../wizard/seen-project-key.ts';
import { settingsQuery } from '../wizard/settings-query.ts';
import * as words from '../words/submission.ts';
import type { LastLook } from './last-looks.ts';

/** Whose key it is. */
interface KeyPlace {
  project: string;
  deployment: string;
}

/**
 * What has to be done to the Secrets of a new deployment's key: nothing when those that are there are
 * used, or none is needed.
 *
 * @throws SubmissionError when the key that was entered is not known any more, or the project's key is
 *   another one than the person was shown
 */
export const keyWritesOf = async (
  reference: KeyReference,
  place: KeyPlace,
): Promise<KeySecretWrite[]> =>
  reference.kind === 'entered' ? writesOfEntered(reference, place, keyToStore(place.project)) : [];

/** Whether the Secrets of a key that is used are there. */
export const looksAtKey = (reference: KeyReference): LastLook[] =>
  reference.kind === 'stored'
    ? [
        {
          at: `${reference.source}/${reference.project}`,
          look: () => assureStored(reference),
        },
      ]
    : [];

/** The same without the key, which nobody is shown: the vault is not asked. */
export const redactedKeyWritesOf = async (
  reference: KeyReference,
  place: KeyPlace,
): Promise<KeySecretWrite[]> =>
  reference.kind === 'entered' ? writesOfEntered(reference, place, '') : [];

const keyToStore = (project: string): string => {
  const key = keptKey(project);
  if (key === undefined) {
    throw new SubmissionError(words.keyForgotten);
  }
  return key;
};

const writesOfEntered = async (
  reference: EnteredKeyReference,
  { project, deployment }: KeyPlace,
  key: string,
): Promise<KeySecretWrite[]> => {
  const { userName: by } = await queryClient.fetchQuery(settingsQuery);
  return keyWrites({
    project,
    names: keySecretNames(reference.scope, deployment),
    stored: { key, record: recordEntered(reference, { at: new Date().toISOString(), by }) },
    existing: reference.scope === 'project' ? await existingKey(reference) : {},
  });
};

/**
 * The Secrets that the person was told would be replaced, in the very version that was read then; after
 * a submission that failed, in the version that it left. A key that came up since is nobody's to
 * replace before they have seen it.
 */
const existingKey = async ({ project, replaces }: EnteredKeyReference): Promise<KeySecretPair> => {
  const { key } = await queryClient.fetchQuery({
    ...projectKeyQuery(project),
    staleTime: Infinity,
  });
  if (stateOfSeen(key) !== replaces) {
    throw new SubmissionError(words.otherKey);
  }
  return key.kind === 'broken' || key.kind === 'stored' ? pairToReplace(key) : {};
};

/** A key that nobody here may see is taken at its word; one that is gone would let the model never start. */
const assureStored = async ({ project, source }: StoredKeyReference): Promise<void> => {
  const { key } = await queryClient.fetchQuery(projectKeyQuery(project));
  const isThere = key.kind === 'stored' && key.source === source;
  if (!isThere && key.kind !== 'hidden' && key.kind !== 'unseen') {
    throw new SubmissionError(words.keyGone);
  }
};

/**
 * After a submission failed, the wizard looks at the project again, and nobody waits for it. Its key may
 * have been replaced and put back, or be there without having been seen.
 */
export const lookAgainAfter = (error: unknown, project: string): void => {
  lookAtProjectAgain(project);
  const isMet =
    error instanceof SubmissionError &&
    error.refused.some(
      (write) => write.error.kind === 'alreadyExists' && isProjectKey(write.object),
    );
  void (isMet ? noteMetKey(project) : lookForKeyAgain(project));
};
