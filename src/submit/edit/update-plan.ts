import { isSame } from '../../bundle/is-same.ts';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { ClusterError, ClusterOutcome } from '../../cluster/cluster-error.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';

/** An object as it was read, in the version that is to be replaced, and what becomes of it. */
export interface ObjectUpdate {
  before: KubernetesObject;
  after: KubernetesObject;
}

export interface RefusedUpdate {
  object: KubernetesObject;
  error: ClusterError;
  /** Updated, if it is not said. */
  verb?: 'created' | 'updated';
}

export type UpdateOutcome =
  | { status: 'done'; written: KubernetesObject[] }
  | {
      status: 'failed';
      refused: RefusedUpdate;
      /** Put back as they were. */
      undone: KubernetesObject[];
      /** Not put back: somebody has changed them since, or the cluster cannot be reached. */
      left: RefusedUpdate[];
    };

/** Lets time pass; handed in, so that a test need not wait. */
export type Wait = (milliseconds: number) => Promise<void>;

/** How long to wait before each further look or attempt: four seconds in all, then somebody is told. */
const PAUSES = [250, 750, 3000];

/** Asks the cluster about every update at once, and changes nothing. */
export const checkUpdate = async (
  updates: readonly ObjectUpdate[],
  cluster: ClusterClient,
): Promise<RefusedUpdate[]> => {
  const outcomes = await Promise.all(
    updates.map(async ({ after }) => ({
      object: after,
      outcome: await cluster.replace(after, { dryRun: true }),
    })),
  );
  return outcomes.flatMap(({ object, outcome }) =>
    outcome.status === 'failed' ? [{ object, error: outcome.error }] : [],
  );
};

/**
 * Updates the objects one after the other, each in the version that was read. When one is refused, those
 * before it are put back in reverse, each in the version that this update gave it: what somebody has
 * changed since is left, and named.
 */
export const runUpdate = async (
  updates: readonly ObjectUpdate[],
  cluster: ClusterClient,
  wait: Wait,
): Promise<UpdateOutcome> => {
  const written: KubernetesObject[] = [];
  for (const update of updates) {
    const outcome = await replaceSurely(update, cluster, wait);
    if (outcome.status === 'failed') {
      const refused = { object: update.after, error: outcome.error };
      const done = updates.slice(0, written.length);
      return { status: 'failed', refused, ...(await putBack(done, written, cluster, wait)) };
    }
    written.push(outcome.value);
  }
  return { status: 'done', written };
};

const putBack = async (
  updates: readonly ObjectUpdate[],
  written: readonly KubernetesObject[],
  cluster: ClusterClient,
  wait: Wait,
): Promise<{ undone: KubernetesObject[]; left: RefusedUpdate[] }> => {
  const undone: KubernetesObject[] = [];
  const left: RefusedUpdate[] = [];
  for (const [index, { before }] of [...updates.entries()].toReversed()) {
    const now = written[index] ?? before;
    const undo = { before: now, after: inVersionOf(before, now) };
    const outcome = await untilAnswered(() => replaceSurely(undo, cluster, wait), wait);
    if (outcome.status === 'failed') {
      left.push({ object: before, error: outcome.error });
    } else {
      undone.push(before);
    }
  }
  return { undone, left };
};

/** The object as it was, to be written over the version that it has now. */
const inVersionOf = (object: KubernetesObject, now: KubernetesObject): KubernetesObject => {
  const { resourceVersion: _before, ...metadata } = object.metadata;
  const { resourceVersion } = now.metadata;
  return {
    ...object,
    metadata: { ...metadata, ...(resourceVersion === undefined ? {} : { resourceVersion }) },
  };
};

/** An answer that never came is no refusal yet: the cluster may have done it. */
const replaceSurely = async (
  update: ObjectUpdate,
  cluster: ClusterClient,
  wait: Wait,
): Promise<ClusterOutcome<KubernetesObject>> => {
  const outcome = await cluster.replace(update.after);
  if (outcome.status === 'ok' || outcome.error.kind !== 'unreachable') {
    return outcome;
  }
  for (const pause of PAUSES) {
    await wait(pause);
    const found = await cluster.get<KubernetesObject>(update.after);
    if (found.status === 'ok' && holds(found.value, update.after)) {
      return found;
    }
    if (found.status === 'ok' && isOther(found.value, update.before)) {
      return outcome;
    }
  }
  return outcome;
};

const isOther = (now: KubernetesObject, before: KubernetesObject): boolean =>
  now.metadata.resourceVersion !== before.metadata.resourceVersion;

/** Whether an object says everything that was sent; the cluster may have added its defaults. */
const holds = (now: KubernetesObject, sent: KubernetesObject): boolean =>
  isWithin(partsOf(sent), partsOf(now));

/** What a person changes of an object; its version, say, is the cluster's. */
const partsOf = ({ metadata: { labels, annotations }, ...object }: KubernetesObject): unknown => ({
  labels,
  annotations,
  ...('spec' in object ? { spec: object.spec } : {}),
});

const isWithin = (sent: unknown, now: unknown): boolean => {
  if (Array.isArray(sent)) {
    return (
      Array.isArray(now) &&
      now.length === sent.length &&
      sent.every((item, index) => isWithin(item, now[index]))
    );
  }
  if (typeof sent === 'object' && sent !== null) {
    const members =
      typeof now === 'object' && now !== null ? new Map(Object.entries(now)) : new Map();
    return Object.entries(sent).every(
      ([member, value]) => value === undefined || isWithin(value, members.get(member)),
    );
  }
  return isSame(sent, now);
};

/** Tries again while there is no answer at all. */
const untilAnswered = async (
  attempt: () => Promise<ClusterOutcome<KubernetesObject>>,
  wait: Wait,
): Promise<ClusterOutcome<KubernetesObject>> => {
  let outcome = await attempt();
  for (const pause of PAUSES) {
    if (outcome.status === 'ok' || outcome.error.kind !== 'unreachable') {
      return outcome;
    }
    await wait(pause);
    outcome = await attempt();
  }
  return outcome;
};
