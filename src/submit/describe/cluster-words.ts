import type { ObjectReference } from '../../cluster/cluster-client.ts';
import type { ClusterError } from '../../cluster/cluster-error.ts';
import { nameObject } from './name-object.ts';

/** The words of the API server, to be put into a sentence of ours; for a wrong object, those about each field. */
export const wordsOf = ({ kind, message, status }: ClusterError): string => {
  const causes = kind === 'invalid' ? (status?.details?.causes ?? []) : [];
  const fields = causes.flatMap((cause) =>
    cause.field && cause.message ? [`${cause.field}: ${cause.message}`] : [],
  );
  const isWhole = fields.length > 0 && fields.length === causes.length;
  return (isWhole ? fields.join('; ') : message).replace(/\.$/, '');
};

/** An object and the cluster's words about it, for lists: `the volume "a" (no delete)`. */
export const nameWithReason = (failed: { object: ObjectReference; error: ClusterError }): string =>
  `${nameObject(failed.object)} (${wordsOf(failed.error)})`;
