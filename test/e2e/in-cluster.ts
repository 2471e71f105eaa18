import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import { objectAt, type JsonObject } from '../embedded/cluster/json.ts';

/** What identifies an object for a reader of a failed test. */
export const titleOf = ({ kind, metadata }: KubernetesObject): string =>
  `${kind} ${metadata.namespace ?? ''}/${metadata.name}`;

/** The objects that were not there before. */
export const newObjects = (
  before: KubernetesObject[],
  after: KubernetesObject[],
): KubernetesObject[] => {
  const titles = new Set(before.map(titleOf));
  return after.filter((object) => !titles.has(titleOf(object)));
};

/** Set by the API server and its controllers; everything else is the plugin's. */
const SERVER_SET = [
  'uid',
  'resourceVersion',
  'creationTimestamp',
  'generation',
  'managedFields',
  'finalizers',
];

const SUBMISSION = 'nim-wizard.opendatahub.io/submission';

/** What a submission creates keeps its label, which is another each time. */
const withoutSubmission = ({ metadata }: KubernetesObject): JsonObject => {
  const { [SUBMISSION]: submission, ...labels } = metadata.labels ?? {};
  return submission === undefined
    ? { ...metadata }
    : { ...metadata, labels: Object.keys(labels).length > 0 ? labels : undefined };
};

/**
 * An object as it can be compared with one that is written by hand: without what the server sets, with Secrets' data
 * decoded, and with owners by their kind and name.
 */
export const comparable = (object: KubernetesObject): JsonObject => {
  const { status: _status, ...rest } = object as KubernetesObject & JsonObject;
  const metadata = Object.fromEntries(
    Object.entries(withoutSubmission(object)).filter(
      ([field, value]) => !SERVER_SET.includes(field) && value !== undefined,
    ),
  );
  const owners = object.metadata.ownerReferences?.map(({ uid: _uid, ...owner }) => owner);
  return {
    ...rest,
    metadata: { ...metadata, ...(owners ? { ownerReferences: owners } : {}) },
    ...(object.kind === 'Secret' ? { data: decoded(objectAt(object, 'data')) } : {}),
  };
};

const decoded = (data: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const text = Buffer.from(String(value), 'base64').toString();
      return [name, name === '.dockerconfigjson' ? (JSON.parse(text) as unknown) : text];
    }),
  );

/** Finds the one object of a kind and name in the project `nim-demo`. */
export const find = (objects: KubernetesObject[], kind: string, name: string): KubernetesObject => {
  const found = objects.find(
    ({ kind: one, metadata }) =>
      one === kind && metadata.name === name && metadata.namespace === 'nim-demo',
  );
  if (!found) {
    throw new Error(`There is no ${kind} ${name}.`);
  }
  return found;
};
