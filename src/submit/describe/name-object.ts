import type { ObjectReference } from '../../cluster/cluster-client.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { pluralOf } from '../../cluster/resource-path.ts';
import { SUBMISSION_LABEL } from '../plan/submission-label.ts';

const WORDS: Readonly<Record<string, string>> = {
  Deployment: 'Kubernetes deployment',
  InferenceService: 'deployment',
  PersistentVolumeClaim: 'volume',
  Role: 'role',
  RoleBinding: 'role binding',
  Route: 'route',
  Secret: 'secret',
  Service: 'service',
  ServiceAccount: 'service account',
  ServingRuntime: 'serving runtime',
};

/** What people call a kind that a submission creates, or that is made for a deployment. */
export const nameKind = (kind: string): string => WORDS[kind] ?? kind;

/** `the volume "nim-llama"` */
export const nameObject = ({ kind, metadata }: ObjectReference): string =>
  `the ${nameKind(kind)} "${metadata.name}"`;

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
