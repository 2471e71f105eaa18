import type { ObjectReference } from '../cluster/cluster-client.ts';
import { keySecretNames } from './key-secrets.ts';

/**
 * Whether an object is one of the two Secrets of a project's key. Their names are fixed; the Secrets of
 * tokens are called after what people chose.
 */
export const isProjectKey = ({ kind, metadata }: ObjectReference): boolean =>
  kind === 'Secret' && names.includes(metadata.name);

const names = Object.values(keySecretNames('project', ''));
