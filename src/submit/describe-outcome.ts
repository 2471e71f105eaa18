import { keySecretNames } from '../apiKey/key-secrets.ts';
import type { KubernetesObject } from '../cluster/kubernetes.ts';
import { pluralOf } from '../cluster/resource-path.ts';
import type { ClusterError } from '../cluster/cluster-error.ts';
import type { UndoReport } from './run-plan.ts';

/** What people call the kinds that a submission creates. */
const WORDS: Readonly<Record<string, string>> = {
  InferenceService: 'deployment',
  PersistentVolumeClaim: 'volume',
  Role: 'role',
  RoleBinding: 'role binding',
  Secret: 'secret',
  ServiceAccount: 'service account',
  ServingRuntime: 'serving runtime',
};

/** `the volume "nim-llama"` */
export const nameObject = ({ kind, metadata }: KubernetesObject): string =>
  `the ${WORDS[kind] ?? kind} "${metadata.name}"`;

/** A write that the cluster refused. */
export interface RefusedWrite {
  verb: 'created' | 'updated';
  object: KubernetesObject;
  error: ClusterError;
}

/** Writes that were refused before anything was done, and why. */
export const describeRefusal = (failures: readonly RefusedWrite[]): string =>
  `Nothing was changed. ${failures.map(describeFailure).join(' ')}`;

/** A real step that failed: what failed and why, what was removed, what is left and how to remove it. */
export const describeRun = (failure: RefusedWrite, undo: UndoReport): string =>
  [
    failure.error.kind === 'unreachable' ? describeLostAnswer(failure) : describeFailure(failure),
    describeRemoved(undo, failure),
    describeLeft(undo),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');

/** A request that was sent and not answered may have been done. */
const describeLostAnswer = ({ object, error }: RefusedWrite): string =>
  `The cluster did not answer when ${nameObject(object)} was created (${withoutPeriod(error.message)}), so it may be there. Look for it before you try again; remove it with: ${removeCommand(object)}.`;

const describeFailure = ({ verb, object, error }: RefusedWrite): string => {
  const subject = capitalize(nameObject(object));
  switch (error.kind) {
    case 'alreadyExists':
      return isProjectKey(object)
        ? `${subject} exists already. Open the wizard again to use the key that this project has; if it asks for a key again, you may not list Secrets: ask an administrator of the project.`
        : `${subject} exists already. Choose another name.`;
    case 'forbidden':
      return `${subject} could not be ${verb}: you do not have permission (${withoutPeriod(error.message)}). Ask an administrator of the project.`;
    case 'unauthorized':
      return `${subject} could not be ${verb}: your session has ended. Sign in again.`;
    case 'unreachable':
      return `${subject} could not be ${verb}: the cluster did not answer (${withoutPeriod(error.message)}). Try again.`;
    default:
      return `${subject} could not be ${verb}: ${withoutPeriod(error.message)}.`;
  }
};

/** The names of a project's key are fixed; the secrets of tokens are called after what people chose. */
const isProjectKey = ({ kind, metadata }: KubernetesObject): boolean =>
  kind === 'Secret' && projectKeyNames.includes(metadata.name);

const { apiKey, imagePull } = keySecretNames('project', '');
const projectKeyNames = [apiKey, imagePull];

const describeRemoved = ({ removed, left }: UndoReport, failure: RefusedWrite): string => {
  if (removed.length > 0) {
    return `Removed again: ${removed.map(({ object }) => nameObject(object)).join(', ')}.`;
  }
  const isNothingLeft = left.length === 0 && failure.error.kind !== 'unreachable';
  return isNothingLeft ? 'Nothing was left behind.' : '';
};

const describeLeft = ({ left }: UndoReport): string =>
  left.length === 0
    ? ''
    : `Could not be removed: ${left
        .map(
          ({ created: { object }, error }) =>
            `${nameObject(object)} (${withoutPeriod(error.message)})`,
        )
        .join(
          ', ',
        )}. Remove with: ${left.map(({ created }) => removeCommand(created.object)).join('; ')}`;

const removeCommand = ({ apiVersion, kind, metadata }: KubernetesObject): string => {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  return `kubectl delete ${pluralOf(kind)}${group} ${metadata.name} --namespace ${metadata.namespace ?? 'default'}`;
};

const capitalize = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const withoutPeriod = (text: string): string => text.replace(/\.$/, '');
