import { readRecord } from '../../apiKey/key-record.ts';
import { madeUpId } from '../../apiKey/made-up-id.ts';
import { type JsonPatch, pointerTo } from '../../cluster/json-patch.ts';
import type { KubernetesObject, ObjectMeta } from '../../cluster/kubernetes.ts';

/**
 * Which submission has created an object. What outlives a deployment loses the label when the
 * submission is done; so whatever carries it without a deployment was left by one that was not.
 */
export const SUBMISSION_LABEL = 'nim-wizard.opendatahub.io/submission';

/** An id for one press of "Deploy model". */
export const newSubmission = madeUpId;

/** The object with the label of a submission. */
export const labelled = <T extends KubernetesObject>(object: T, submission: string): T => ({
  ...object,
  metadata: {
    ...object.metadata,
    labels: { ...object.metadata.labels, [SUBMISSION_LABEL]: submission },
  },
});

/** Takes the label off; refused (422) where the object is another's by now. */
export const unlabel = (submission: string): JsonPatch => {
  const path = pointerTo('metadata', 'labels', SUBMISSION_LABEL);
  return [
    { op: 'test', path, value: submission },
    { op: 'remove', path },
  ];
};

/**
 * Whether what is in the cluster came of what was sent: by the submission's label, or, for a key that is
 * stored without a deployment, by the id that was made up when it was entered.
 */
export const isSame = (sent: ObjectMeta, there: ObjectMeta): boolean => {
  const submission = sent.labels?.[SUBMISSION_LABEL];
  if (submission !== undefined) {
    return there.labels?.[SUBMISSION_LABEL] === submission;
  }
  const keyId = readRecord(sent.annotations)?.id;
  return keyId !== undefined && readRecord(there.annotations)?.id === keyId;
};
