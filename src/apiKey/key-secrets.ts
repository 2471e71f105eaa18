import { NIM_REGISTRY } from '../catalog/image-reference.ts';
import type { Secret } from '../cluster/kubernetes.ts';
import { type KeyRecord, recordAnnotations } from './key-record.ts';

/** Whether a project has one key for all its NIM deployments, or each deployment its own. */
export type KeyScope = 'project' | 'deployment';

/** The names of the two Secrets that hold a key: one for the container, one for pulling its image. */
export interface KeySecretNames {
  apiKey: string;
  imagePull: string;
}

/** What we create and a deployment leaves behind (Secrets, volumes) carries this label. */
export const MANAGED_LABEL = 'opendatahub.io/managed';

/** The key under which the container's environment finds the API key. */
export const NGC_API_KEY = 'NGC_API_KEY';

/** NVIDIA's registry takes this literal user name, and the key as the password. */
const REGISTRY_USER = '$oauthtoken';

/** The Secrets of the dashboard's older integration: used where they are, never written. */
export const OLDER_SECRETS: KeySecretNames = {
  apiKey: 'nvidia-nim-secrets',
  imagePull: 'ngc-secret',
};

/** A key on its way into its Secrets, with what may be known of it afterwards. */
export interface KeyToStore {
  key: string;
  record: KeyRecord;
}

export const keySecretNames = (scope: KeyScope, deployment: string): KeySecretNames =>
  scope === 'project'
    ? { apiKey: 'nim-api-key', imagePull: 'nim-image-pull' }
    : { apiKey: `nim-api-key-${deployment}`, imagePull: `nim-image-pull-${deployment}` };

/**
 * The two Secrets of a key. The key is under `NGC_API_KEY`, as a NIM reads it, and under `api_key`,
 * as the dashboard's older integration does.
 */
export const keySecrets = (options: {
  project: string;
  names: KeySecretNames;
  stored: KeyToStore;
}): { [Part in keyof KeySecretNames]: Secret } => {
  const { names, stored } = options;
  const secret = secretWith(options.project, stored.record);
  return {
    apiKey: secret(names.apiKey, 'Opaque', {
      api_key: btoa(stored.key),
      [NGC_API_KEY]: btoa(stored.key),
    }),
    imagePull: secret(names.imagePull, 'kubernetes.io/dockerconfigjson', {
      '.dockerconfigjson': btoa(JSON.stringify(registryLogin(stored.key))),
    }),
  };
};

const registryLogin = (key: string): object => ({
  auths: {
    [NIM_REGISTRY]: {
      username: REGISTRY_USER,
      password: key,
      auth: btoa(`${REGISTRY_USER}:${key}`),
    },
  },
});

const secretWith =
  (namespace: string, record: KeyRecord) =>
  (name: string, type: string, data: Record<string, string>): Secret => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name,
      namespace,
      labels: { [MANAGED_LABEL]: 'true' },
      annotations: recordAnnotations(record),
    },
    type,
    data,
  });
