import { readRecord } from '../../apiKey/key-record.ts';
import { madeUpId } from '../../apiKey/made-up-id.ts';
import { type JsonPatch, pointerTo } from '../../cluster/json-patch.ts';
import type { KubernetesObject, ObjectMeta } from '../../cluster/kubernetes.ts';

/** Which submission has created an object: by that its answer can be known again, and it can be removed. */
export const SUBMISSION_LABEL = 'nim-wizard.opendatahub.io/submission';

/**
 * On what outlives a deployment, until right before the deployment is created: whatever carries it has
 * never been part of one. Its value is the submission, too.
 */
export const UNFINISHED_LABEL = 'nim-wizard.opendatahub.io/unfinished';

/** An id for one press of "Deploy model". */
export const newSubmission = madeUpId;

/** The object with the label of a submission. */
export const labelled = <T extends KubernetesObject>(object: T, submission: string): T =>
  withLabel(object, SUBMISSION_LABEL, submission);

/** The same, and marked as part of a deployment that is not there yet. */
export const marked = <T extends KubernetesObject>(object: T, submission: string): T =>
  withLabel(labelled(object, submission), UNFINISHED_LABEL, submission);

const withLabel = <T extends KubernetesObject>(object: T, label: string, value: string): T => ({
  ...object,
  metadata: { ...object.metadata, labels: { ...object.metadata.labels, [label]: value } },
});

/** Takes the mark off, if there is one; refused (422) where the object is another's by now. */
export const unmark = ({ labels }: ObjectMeta): JsonPatch => {
  const path = pointerTo('metadata', 'labels', UNFINISHED_LABEL);
  const value = labels?.[UNFINISHED_LABEL];
  return value === undefined
    ? []
    : [
        { op: 'test', path, value },
        { op: 'remove', path },
      ];
};

/**
 * Whether what is in the cluster came of what was sent: by the submission's label, or, for a key that is
 * stored without a deployment, by the id that was made up when it was entered.
 */
export const isOfSameSubmission = (sent: ObjectMeta, there: ObjectMeta): boolean => {
  const submission = sent.labels?.[SUBMISSION_LABEL];
  if (submission !== undefined) {
    return there.labels?.[SUBMISSION_LABEL] === submission;
  }
  const keyId = readRecord(sent.annotations)?.id;
  return keyId !== undefined && readRecord(there.annotations)?.id === keyId;
};
