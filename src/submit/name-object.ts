import type { KubernetesObject } from '../cluster/kubernetes.ts';
import { pluralOf } from '../cluster/resource-path.ts';

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

/** `kubectl delete secrets nim-api-key --namespace nim-demo` */
export const removeCommand = ({ apiVersion, kind, metadata }: KubernetesObject): string => {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  return `kubectl delete ${pluralOf(kind)}${group} ${metadata.name} --namespace ${metadata.namespace ?? 'default'}`;
};

export const capitalize = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The words of the API server, to be put into a sentence of ours. */
export const withoutPeriod = (text: string): string => text.replace(/\.$/, '');
