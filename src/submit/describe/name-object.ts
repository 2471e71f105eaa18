import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { pluralOf } from '../../cluster/resource-path.ts';
import { SUBMISSION_LABEL } from '../plan/submission-label.ts';

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

/**
 * The command that removes an object which a submission created, and never one that has taken its name:
 * `kubectl delete secrets --namespace nim-demo --field-selector metadata.name=nim-api-key --selector …`.
 * Undefined for an object without the label of a submission.
 */
export const removeCommand = ({
  apiVersion,
  kind,
  metadata,
}: KubernetesObject): string | undefined => {
  const submission = metadata.labels?.[SUBMISSION_LABEL];
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  return submission === undefined
    ? undefined
    : `kubectl delete ${pluralOf(kind)}${group} --namespace ${metadata.namespace ?? 'default'} --field-selector metadata.name=${metadata.name} --selector ${SUBMISSION_LABEL}=${submission}`;
};

export const capitalize = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The words of the API server, to be put into a sentence of ours. */
export const withoutPeriod = (text: string): string => text.replace(/\.$/, '');
