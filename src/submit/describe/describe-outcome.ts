import { keySecretNames } from '../../apiKey/key-secrets.ts';
import type { ClusterError } from '../../cluster/cluster-error.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { describeForbidden } from '../describe-forbidden.ts';
import type { UndoReport } from '../run/undo-run.ts';
import { describeUndo } from './describe-undo.ts';
import { capitalize, nameObject, withoutPeriod } from './name-object.ts';

/** A write that the cluster refused. */
export interface RefusedWrite {
  verb: 'created' | 'updated';
  object: KubernetesObject;
  error: ClusterError;
}

/** Writes that were refused before anything was done, and why. */
export const describeRefusal = (failures: readonly RefusedWrite[]): string =>
  `Nothing was changed. ${describeFailures(failures)}`;

const describeFailures = (failures: readonly RefusedWrite[]): string =>
  failures.filter(saysMore).map(describeFailure).join(' ');

/** That the project has a key is said once, though its two Secrets are there. */
const saysMore = (write: RefusedWrite, index: number, failures: readonly RefusedWrite[]): boolean =>
  !saysThereIsAKey(write) || failures.findIndex(saysThereIsAKey) === index;

const saysThereIsAKey = ({ object, error }: RefusedWrite): boolean =>
  error.kind === 'alreadyExists' && isProjectKey(object);

/** Real steps that failed: what failed and why, what was undone, what is left and how to remove it. */
export const describeRun = (failures: readonly RefusedWrite[], undo: UndoReport): string => {
  const undone = describeUndo(undo);
  return [
    describeFailures(failures),
    ...(undone.length === 0 ? ['Nothing was left behind.'] : undone),
  ].join(' ');
};

const describeFailure = (write: RefusedWrite): string =>
  `${capitalize(nameObject(write.object))} ${isProjectKey(write.object) ? whyNoKey(write) : why(write)}`;

const why = ({ verb, error }: RefusedWrite): string => {
  switch (error.kind) {
    case 'alreadyExists':
      return isBeingDeleted(error)
        ? 'is still being deleted. Try again in a moment.'
        : 'exists already. Choose another name.';
    case 'forbidden':
      return `could not be ${verb}: ${describeForbidden(error.message)}`;
    case 'unauthorized':
      return `could not be ${verb}: your session has ended. Sign in again.`;
    case 'unreachable':
      return `could not be ${verb}: the cluster did not answer (${withoutPeriod(error.message)}). Try again.`;
    default:
      return `could not be ${verb}: ${withoutPeriod(error.message)}.`;
  }
};

/** The API server says so, and only so, of what is there no more for anybody but its finalizers. */
const isBeingDeleted = ({ message }: ClusterError): boolean =>
  message.startsWith('object is being deleted');

/** For the Secrets of a project's key there is more to say than for others. */
const whyNoKey = (write: RefusedWrite): string => {
  const { verb, error } = write;
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
        ? "could not be updated: it holds no key that could be replaced. Remove it in the project's settings."
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
