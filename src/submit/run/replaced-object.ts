import { isRecord } from '../../bundle/is-record.ts';
import { isSame } from '../../bundle/is-same.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';

/**
 * Whether an object is as an update of ours leaves it: it says everything that was sent, and nothing that
 * the update took away. The cluster may have added its defaults since, and controllers their status.
 */
export const isAsReplaced = (
  { before, sent }: { before: KubernetesObject; sent: KubernetesObject },
  now: KubernetesObject,
): boolean =>
  now.metadata.resourceVersion === before.metadata.resourceVersion
    ? isSame(partsOf(before), partsOf(sent))
    : isWithin({ before: partsOf(before), sent: partsOf(sent), now: partsOf(now) });

/** What a person changes of an object; its version, say, is the cluster's. */
const partsOf = ({ metadata: { labels, annotations }, ...object }: KubernetesObject): unknown => ({
  labels: labels ?? {},
  annotations: annotations ?? {},
  ...('spec' in object ? { spec: object.spec } : {}),
});

interface Compared {
  before: unknown;
  sent: unknown;
  now: unknown;
}

const isWithin = ({ before, sent, now }: Compared): boolean => {
  if (Array.isArray(sent)) {
    return (
      Array.isArray(now) &&
      now.length === sent.length &&
      sent.every((item, index) => isWithin({ before: undefined, sent: item, now: now[index] }))
    );
  }
  if (!isRecord(sent)) {
    return isSame(sent, now);
  }
  const [were, are] = [recordOf(before), recordOf(now)];
  return Object.keys({ ...were, ...sent }).every((member) =>
    sent[member] === undefined
      ? were[member] === undefined || are[member] === undefined
      : isWithin({ before: were[member], sent: sent[member], now: are[member] }),
  );
};

const recordOf = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});
