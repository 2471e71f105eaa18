import jsonPatch from 'fast-json-patch';
import type {
  ClusterClient,
  DeletePreconditions,
  ListReference,
  ObjectReference,
} from '../../cluster/cluster-client.ts';
import type {
  ClusterError,
  ClusterErrorKind,
  ClusterOutcome,
} from '../../cluster/cluster-error.ts';
import type { JsonPatch } from '../../cluster/json-patch.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';

type Verb = 'get' | 'create' | 'dryRun' | 'patch' | 'dryRunPatch' | 'remove' | 'dryRunRemove';

/** Which writes the cluster refuses: `create Secret/nim-api-key`. */
export type Refusals = Readonly<Record<string, ClusterErrorKind>>;

/** A cluster in memory: what it holds, and each write it was asked for, in order. */
export interface MemoryCluster extends State {
  client: ClusterClient;
}

interface State {
  /** How many were created so far: no uid is given twice. */
  created: number;
  objects: KubernetesObject[];
  calls: string[];
  removals: { id: string; preconditions: DeletePreconditions }[];
  patches: { id: string; patch: JsonPatch; resourceVersion: string | undefined }[];
}

export const errorOf = (
  kind: ClusterErrorKind,
  message = `${kind}, says the cluster.`,
): ClusterError => ({
  kind,
  message,
  thrown: new Error(message),
});

const idOf = ({ kind, metadata }: ObjectReference): string => `${kind}/${metadata.name}`;

const failure = (kind: ClusterErrorKind): ClusterOutcome<never> => ({
  status: 'failed',
  error: errorOf(kind),
});

/** A cluster that holds the given objects and refuses the given writes. */
export const memoryCluster = (
  options: { objects?: KubernetesObject[]; refusals?: Refusals } = {},
): MemoryCluster => {
  const { refusals = {} } = options;
  const state: State = {
    created: 0,
    objects: [...(options.objects ?? [])],
    calls: [],
    removals: [],
    patches: [],
  };
  return {
    ...state,
    client: {
      get: async (reference) => {
        const refusal = called(state, refusals, 'get', reference);
        return refusal ? failure(refusal) : get(state, reference);
      },
      list: async (reference) => list(state, refusals, reference),
      replace: unused,
      create: async (object, { dryRun = false } = {}) => {
        const refusal = called(state, refusals, dryRun ? 'dryRun' : 'create', object);
        return refusal ? failure(refusal) : create(state, object, dryRun);
      },
      patch: async (reference, operations, { dryRun = false, resourceVersion } = {}) => {
        state.patches.push({ id: idOf(reference), patch: operations, resourceVersion });
        const refusal = called(state, refusals, dryRun ? 'dryRunPatch' : 'patch', reference);
        return refusal
          ? failure(refusal)
          : patch(state, reference, operations, { dryRun, resourceVersion });
      },
      remove: async (reference, preconditions, { dryRun = false } = {}) => {
        state.removals.push({ id: idOf(reference), preconditions });
        const refusal = called(state, refusals, dryRun ? 'dryRunRemove' : 'remove', reference);
        return refusal ? failure(refusal) : remove(state, reference, { ...preconditions, dryRun });
      },
    },
  };
};

const called = (
  { calls }: State,
  refusals: Refusals,
  verb: Verb,
  reference: ObjectReference,
): ClusterErrorKind | undefined => {
  const name = `${verb} ${idOf(reference)}`;
  calls.push(name);
  return refusals[name];
};

const find = ({ objects }: State, reference: ObjectReference): KubernetesObject | undefined =>
  objects.find((object) => idOf(object) === idOf(reference));

const get = <T extends KubernetesObject>(
  state: State,
  reference: ObjectReference,
): ClusterOutcome<T> => {
  const there = find(state, reference);
  // The caller says which kind of object it reads, as it does to the real client.
  return there ? { status: 'ok', value: there as KubernetesObject as T } : failure('notFound');
};

const list = <T extends KubernetesObject>(
  { calls, objects }: State,
  refusals: Refusals,
  { kind, label }: ListReference,
): ClusterOutcome<T[]> => {
  const name = `list ${kind}`;
  calls.push(name);
  const found = objects.filter(
    (object) =>
      object.kind === kind &&
      (label === undefined || object.metadata.labels?.[label] !== undefined),
  );
  // The caller says which kind of object it reads, as it does to the real client.
  return refusals[name] ? failure(refusals[name]) : { status: 'ok', value: found as T[] };
};

const create = <T extends KubernetesObject>(
  state: State,
  object: T,
  dryRun: boolean,
): ClusterOutcome<T> => {
  if (find(state, object)) {
    return failure('alreadyExists');
  }
  state.created += dryRun ? 0 : 1;
  const uid = dryRun ? 'dry' : `uid-${state.created}`;
  const value = { ...object, metadata: { ...object.metadata, uid } };
  state.objects.push(...(dryRun ? [] : [value]));
  return { status: 'ok', value };
};

/** Changes an object; the data of Secrets is not looked at. */
const patch = <T extends KubernetesObject>(
  state: State,
  reference: ObjectReference,
  operations: JsonPatch,
  options: { dryRun: boolean; resourceVersion: string | undefined },
): ClusterOutcome<T> => {
  const there = find(state, reference);
  if (!there) {
    return failure('notFound');
  }
  const { resourceVersion: meant } = options;
  if (meant !== undefined && there.metadata.resourceVersion !== meant) {
    return failure('conflict');
  }
  const resourceVersion = `${Number(there.metadata.resourceVersion ?? 0) + 100}`;
  const value = patched({ ...there, metadata: { ...there.metadata, resourceVersion } }, operations);
  if (!value) {
    return failure('invalid');
  }
  if (!options.dryRun) {
    state.objects.splice(state.objects.indexOf(there), 1, value);
  }
  // The caller says which kind of object is patched, as it does to the real client.
  return { status: 'ok', value: value as T };
};

/** Undefined where the patch does not fit. */
const patched = (object: KubernetesObject, operations: JsonPatch): KubernetesObject | undefined => {
  const fitting = operations.filter(({ path }) => !path.startsWith('/data/'));
  try {
    return jsonPatch.applyPatch(object, fitting, false, false).newDocument;
  } catch {
    return undefined;
  }
};

const remove = (
  state: State,
  reference: ObjectReference,
  options: DeletePreconditions & { dryRun: boolean },
): ClusterOutcome<undefined> => {
  const { uid, resourceVersion } = options;
  const there = find(state, reference);
  const { metadata } = there ?? {};
  if (
    metadata?.uid !== uid ||
    (resourceVersion ?? metadata?.resourceVersion) !== metadata?.resourceVersion
  ) {
    return failure(there ? 'conflict' : 'notFound');
  }
  if (!options.dryRun) {
    state.objects.splice(
      state.objects.findIndex((object) => object === there),
      1,
    );
  }
  return { status: 'ok', value: undefined };
};

const unused = (): never => {
  throw new Error('Nothing here replaces.');
};
