import { REPLACING_ANNOTATION } from '../../src/apiKey/project-key.ts';
import type { KubernetesObject, Secret } from '../../src/cluster/kubernetes.ts';
import { SUBMISSION_LABEL, UNFINISHED_LABEL } from '../../src/submit/plan/submission-label.ts';

export const titleOf = ({ kind, metadata }: KubernetesObject): string => `${kind}/${metadata.name}`;

/** Byte for byte, but for the version that every write counts up. */
export const contentOf = (objects: readonly KubernetesObject[]): string[] =>
  objects.map((object) =>
    JSON.stringify({ ...object, metadata: { ...object.metadata, resourceVersion: '' } }),
  );

/** What is the same after each submission that came to its end. */
export const essenceOf = (objects: readonly KubernetesObject[]): string[] =>
  objects.map((object) => {
    const { ownerReferences, labels, annotations, name } = object.metadata;
    const {
      [SUBMISSION_LABEL]: _submission,
      // Where no patch comes through, it stays: the next wizard takes it off.
      [UNFINISHED_LABEL]: _unfinished,
      ...otherLabels
    } = labels ?? {};
    const { metadata: _metadata, ...rest } = object;
    const { data = {}, ...content } = rest as Partial<Secret>;
    const { [REPLACING_ANNOTATION]: _mark, ...notes } = annotations ?? {};
    return JSON.stringify({
      name,
      ...content,
      data: Object.keys(data).filter((member) => !member.startsWith('previous.')),
      labels: otherLabels,
      annotations: Object.keys(notes).toSorted(),
      owners: ownerReferences?.map((owner) => owner.name),
    });
  });

/** The Secrets that hold a previous key besides the new one. */
export const untidyIn = (objects: readonly KubernetesObject[]): string[] =>
  objects
    .filter((object) =>
      Object.keys((object as Secret).data ?? {}).some((member) => member.startsWith('previous.')),
    )
    .map(({ metadata }) => metadata.name);

/** What is still marked as part of a deployment that is not there. */
export const markedIn = (objects: readonly KubernetesObject[]): string[] =>
  objects.filter(({ metadata }) => metadata.labels?.[UNFINISHED_LABEL] !== undefined).map(titleOf);
