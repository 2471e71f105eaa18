import { keySecretNames } from '../apiKey/key-secrets.ts';
import type { KubernetesObject } from '../cluster/kubernetes.ts';
import type { ClusterError } from '../cluster/cluster-error.ts';
import { describeUndo } from './describe-undo.ts';
import { capitalize, nameObject, removeCommand, withoutPeriod } from './name-object.ts';
import type { UndoReport } from './run-plan.ts';

/** A write that the cluster refused. */
export interface RefusedWrite {
  verb: 'created' | 'updated';
  object: KubernetesObject;
  error: ClusterError;
}

/** Writes that were refused before anything was done, and why. */
export const describeRefusal = (failures: readonly RefusedWrite[]): string =>
  `Nothing was changed. ${failures.filter(saysMore).map(describeFailure).join(' ')}`;

/** That the project has a key is said once, though its two Secrets are there. */
const saysMore = (write: RefusedWrite, index: number, failures: readonly RefusedWrite[]): boolean =>
  !saysThereIsAKey(write) || failures.findIndex(saysThereIsAKey) === index;

const saysThereIsAKey = ({ object, error }: RefusedWrite): boolean =>
  error.kind === 'alreadyExists' && isProjectKey(object);

/** A real step that failed: what failed and why, what was undone, what is left and how to remove it. */
export const describeRun = (failure: RefusedWrite, undo: UndoReport): string => {
  const isLost = failure.error.kind === 'unreachable';
  const undone = describeUndo(undo);
  return [
    isLost ? describeLostAnswer(failure) : describeFailure(failure),
    ...(undone.length === 0 && !isLost ? ['Nothing was left behind.'] : undone),
  ].join(' ');
};

/** A request that was sent and not answered may have been done. */
const describeLostAnswer = ({ verb, object, error }: RefusedWrite): string =>
  `The cluster did not answer when ${nameObject(object)} was ${verb} (${withoutPeriod(error.message)}), so ${
    verb === 'created'
      ? `it may be there. Look for it before you try again; remove it with: ${removeCommand(object)}.`
      : "it may hold the new key. Enter the project's key again, so that both of its Secrets hold the same."
  }`;

const describeFailure = (write: RefusedWrite): string =>
  `${capitalize(nameObject(write.object))} ${isProjectKey(write.object) ? whyNoKey(write) : why(write)}`;

const why = ({ verb, error }: RefusedWrite): string => {
  switch (error.kind) {
    case 'alreadyExists':
      return 'exists already. Choose another name.';
    case 'forbidden':
      return `could not be ${verb}: you do not have permission (${withoutPeriod(error.message)}). Ask an administrator of the project.`;
    case 'unauthorized':
      return `could not be ${verb}: your session has ended. Sign in again.`;
    case 'unreachable':
      return `could not be ${verb}: the cluster did not answer (${withoutPeriod(error.message)}). Try again.`;
    default:
      return `could not be ${verb}: ${withoutPeriod(error.message)}.`;
  }
};

/** For the Secrets of a project's key there is more to say than for others. */
const whyNoKey = (write: RefusedWrite): string => {
  const { verb, object, error } = write;
  switch (error.kind) {
    case 'alreadyExists':
      return 'exists already: the project has a key. Go back to "Model details" to use that one.';
    case 'conflict':
      return `could not be ${verb}: somebody has changed the project's key meanwhile. Look at it again before you replace it.`;
    case 'notFound':
      return `could not be ${verb}: somebody has removed it meanwhile. Look at the project's key again.`;
    case 'invalid':
      // Without causes it is the patch that could not be done: what was to be replaced is not there.
      return verb === 'updated' && !error.status?.details?.causes
        ? `could not be updated: it holds no key that could be replaced. Remove it with: ${removeCommand(object)}.`
        : why(write);
    default:
      return why(write);
  }
};

/**
 * Whether an object is one of the two Secrets of a project's key. Their names are fixed; the Secrets of
 * tokens are called after what people chose.
 */
export const isProjectKey = ({ kind, metadata }: KubernetesObject): boolean =>
  kind === 'Secret' && projectKeyNames.includes(metadata.name);

const { apiKey, imagePull } = keySecretNames('project', '');
const projectKeyNames = [apiKey, imagePull];
