import { isProjectKey } from '../../apiKey/is-project-key.ts';
import type { ObjectReference } from '../../cluster/cluster-client.ts';
import type { ClusterError } from '../../cluster/cluster-error.ts';
import { isLost, isPassing } from '../run/patience.ts';
import { wordsOf } from './cluster-words.ts';
import { capitalize, nameObject } from './name-object.ts';

/** A request about an object that the cluster refused, or did not answer. */
export interface FailedRequest {
  /** What was to become of the object. */
  verb: 'created' | 'updated' | 'removed' | 'restarted';
  object: ObjectReference;
  error: ClusterError;
  /** How the object is called on the page, where that is not by its kind and name. */
  name?: string;
  /** A lost answer to a real request, after which nobody could find out whether it was done. */
  isDoubtful?: boolean;
}

/**
 * What failed, why, and what to do about it: the one place that says it. Quoted are the API server's own
 * words, for a wrong object those about each field.
 *
 * @returns whole sentences: `The volume "a" could not be created: your session has ended. Sign in again.`
 */
export const describeFailure = (failed: FailedRequest): string => {
  const { verb, object, error, name = nameObject(object) } = failed;
  if (failed.isDoubtful && isLost(error)) {
    return `The cluster did not answer when ${name} was ${verb} (${wordsOf(error)}), so it may be.`;
  }
  const what = error.kind === 'alreadyExists' ? '' : `could not be ${verb}: `;
  return `${capitalize(name)} ${what}${why(failed)}`;
};

const why = (failed: FailedRequest): string => {
  const { verb, object, error } = failed;
  const words = wordsOf(error);
  const isKey = isProjectKey(object);
  // A webhook refuses with a code of its own choice.
  const webhook = /admission webhook "([^"]+)" denied the request: (.*?)\.?$/s.exec(error.message);
  if (webhook) {
    return `the cluster's own check "${webhook[1]}" refused it: ${webhook[2]}.`;
  }
  switch (error.kind) {
    case 'alreadyExists':
      return whyTaken(error, isKey);
    case 'forbidden':
      return whyForbidden(words);
    case 'unauthorized':
      return 'your session has ended. Sign in again.';
    case 'conflict':
      return whyConflict(failed, words);
    case 'notFound':
      // The object is still to come: what is not there is its kind or its project.
      return verb === 'created'
        ? `${words}.`
        : `somebody has removed it meanwhile.${isKey ? " Look at the project's key again." : ''}`;
    case 'invalid':
      // Without causes it is the patch that could not be done: what was to be replaced is not there.
      return isKey && verb === 'updated' && !error.status?.details?.causes
        ? "it holds no key that could be replaced. Remove it in the project's settings."
        : whyOther(error, words);
    default:
      return whyOther(error, words);
  }
};

const whyTaken = ({ message }: ClusterError, isKey: boolean): string => {
  // The API server says so, and only so, of what is there no more for anybody but its finalizers.
  if (message.startsWith('object is being deleted')) {
    return 'is still being deleted. Try again in a moment.';
  }
  return isKey
    ? 'exists already: the project has a key. Go back to "Model details" to use that one.'
    : 'exists already. Choose another name.';
};

/** Something new conflicts with nobody's version of it, but with the project's quota, say. */
const whyConflict = ({ verb, object }: FailedRequest, words: string): string => {
  if (verb === 'created') {
    return `${words}. Try again.`;
  }
  const what = isProjectKey(object) ? "the project's key" : 'it';
  return `somebody has changed ${what} meanwhile. ${verb === 'restarted' ? 'Try again.' : 'Look at it again.'}`;
};

const ASK = 'Ask an administrator of the project.';

/**
 * Why the API server said 403, which is not only for want of a permission: its admission says the same
 * when a quota is used up, a limit range is not kept, or the project is being deleted.
 */
const whyForbidden = (words: string): string => {
  if (/exceeded quota|failed quota|unknown for quota/.test(words)) {
    return `the project's quota does not allow it (${words}). ${ASK}`;
  }
  if (/(maximum|minimum) \S+ usage per/.test(words)) {
    return `the project's limits do not allow it (${words}). ${ASK}`;
  }
  return /because it is being terminated/.test(words)
    ? `the project is being deleted (${words}).`
    : `you do not have permission (${words}). ${ASK}`;
};

const whyOther = (error: ClusterError, words: string): string =>
  isLost(error)
    ? `the cluster did not answer (${words}). Try again.`
    : `${words}.${isPassing(error) ? ' Try again in a moment.' : ''}`;
