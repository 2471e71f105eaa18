import { type KeyReference, secretNamesOf } from '../apiKey/key-reference.ts';
import { keptKey } from '../apiKey/key-vault.ts';
import { type KeySecretPair, pairToReplace } from '../apiKey/project-key.ts';
import { recordEntered } from '../apiKey/record-entered.ts';
import { type KeySecretWrite, keyWrites } from '../apiKey/write-key.ts';
import { isProjectKey } from '../submit/describe-outcome.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import { lookForKeyAgain, noteMetKey, projectKeyQuery } from '../wizard/project-key-query.ts';
import { queryClient } from '../wizard/query-client.ts';
import { settingsQuery } from '../wizard/settings-query.ts';

/** Whose key it is. */
interface KeyPlace {
  project: string;
  deployment: string;
}

/**
 * What has to be done to the Secrets of a new deployment's key: nothing when those that are there are
 * used, or none is needed.
 *
 * @throws SubmissionError when the key that was entered is not known any more
 */
export const keyWritesOf = async (
  reference: KeyReference,
  place: KeyPlace,
): Promise<KeySecretWrite[]> =>
  writesOf(reference, place, () => {
    const key = keptKey(place.project);
    if (key === undefined) {
      throw new SubmissionError(
        'Nothing was created. The NVIDIA API key is not known any more: go back to "Model details" and enter it again.',
      );
    }
    return key;
  });

/** The same without the key, which nobody is shown: the vault is not asked. */
export const redactedKeyWritesOf = (
  reference: KeyReference,
  place: KeyPlace,
): Promise<KeySecretWrite[]> => writesOf(reference, place, () => '');

const writesOf = async (
  reference: KeyReference,
  { project, deployment }: KeyPlace,
  keyToStore: () => string,
): Promise<KeySecretWrite[]> => {
  const names = secretNamesOf(reference, deployment);
  if (reference.kind !== 'entered' || !names) {
    return [];
  }
  const key = keyToStore();
  const { userName: by } = await queryClient.fetchQuery(settingsQuery);
  return keyWrites({
    project,
    names,
    stored: { key, record: recordEntered(reference, { at: new Date().toISOString(), by }) },
    existing: reference.scope === 'project' ? await existingKey(project) : {},
  });
};

/**
 * The Secrets that the person was told would be replaced, in the very version that was read then; after
 * a submission that failed, in the version that it left.
 */
const existingKey = async (project: string): Promise<KeySecretPair> => {
  const { key } = await queryClient.fetchQuery({
    ...projectKeyQuery(project),
    staleTime: Infinity,
  });
  return key.kind === 'broken' || key.kind === 'stored' ? pairToReplace(key) : {};
};

/**
 * After a submission failed, the wizard looks for the project's key again, and nobody waits for it: it
 * may have been replaced and put back, or be there without having been seen.
 */
export const lookAgainAfter = (error: unknown, project: string): void => {
  const isMet =
    error instanceof SubmissionError &&
    error.refused.some(
      (write) => write.error.kind === 'alreadyExists' && isProjectKey(write.object),
    );
  void (isMet ? noteMetKey(project) : lookForKeyAgain(project));
};
