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

/**
 * What has to be done to the Secrets of a new deployment's key: nothing when those that are there are
 * used, or none is needed.
 *
 * @throws SubmissionError when the key that was entered is not known any more
 */
export const keyWritesOf = async (
  reference: KeyReference,
  { project, deployment }: { project: string; deployment: string },
): Promise<KeySecretWrite[]> => {
  const names = secretNamesOf(reference, deployment);
  if (reference.kind !== 'entered' || !names) {
    return [];
  }
  const key = keptKey(project);
  if (key === undefined) {
    throw new SubmissionError(
      'Nothing was created. The NVIDIA API key is not known any more: go back to "Model details" and enter it again.',
    );
  }
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
