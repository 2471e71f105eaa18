import { isRecord } from '../bundle/is-record.ts';
import type { KubernetesObject } from '../cluster/kubernetes.ts';

/**
 * The volumes and Secrets that a serving runtime or an InferenceService refers to, each as
 * `<kind>/<name>`: wherever in it, since both may hold whole pods.
 */
export const usedBy = (object: KubernetesObject): string[] =>
  'spec' in object ? namesIn(object.spec) : [];

const namesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) {
    return value.flatMap(namesIn);
  }
  return isRecord(value)
    ? Object.entries(value).flatMap(([member, one]) => [...named(member, one), ...namesIn(one)])
    : [];
};

/** What one member of a pod's specification names, by the names that Kubernetes and KServe give them. */
const named = (member: string, value: unknown): string[] => {
  switch (member) {
    case 'claimName':
      return [`PersistentVolumeClaim/${String(value)}`];
    case 'storageUri':
      return volumeIn(String(value)).map((name) => `PersistentVolumeClaim/${name}`);
    case 'secretName':
      return [`Secret/${String(value)}`];
    case 'secretKeyRef':
    case 'secretRef':
    case 'secret':
      return nameOf(value).map((name) => `Secret/${name}`);
    case 'imagePullSecrets':
      return Array.isArray(value) ? value.flatMap(nameOf).map((name) => `Secret/${name}`) : [];
    default:
      return [];
  }
};

/** `pvc://models/llama` is in the volume "models". */
const volumeIn = (uri: string): string[] => /^pvc:\/\/([^/]+)/.exec(uri)?.slice(1) ?? [];

const nameOf = (value: unknown): string[] =>
  isRecord(value) && typeof value['name'] === 'string' ? [value['name']] : [];
