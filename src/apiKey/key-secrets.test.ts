import { describe, expect, it } from 'vitest';
import { recordAnnotations } from './key-record.ts';
import { keySecretNames, keySecrets } from './key-secrets.ts';
import { recordWith } from './key-secrets.factory.ts';
import { personalKey } from './personal-key.factory.ts';

const names = { apiKey: 'nim-api-key', imagePull: 'nim-image-pull' };

const secretsOf = (key: string) =>
  keySecrets({ project: 'nim-demo', names, stored: { key, record: recordWith() } });

const decoded = (data: Record<string, string> | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(data ?? {}).map(([field, value]) => [
      field,
      Buffer.from(value, 'base64').toString(),
    ]),
  );

describe("the names of a key's Secrets", () => {
  it('are the same for all deployments of a project', () => {
    expect(keySecretNames('project', 'my-model')).toEqual(names);
  });

  it("carry a deployment's name when each has its own", () => {
    expect(keySecretNames('deployment', 'my-model')).toEqual({
      apiKey: 'nim-api-key-my-model',
      imagePull: 'nim-image-pull-my-model',
    });
  });
});

describe('the Secrets of a key', () => {
  const key = personalKey();

  it('are two, in the project, marked as managed', () => {
    const { apiKey, imagePull } = secretsOf(key);
    const heads = [apiKey, imagePull].map(({ data: _data, ...head }) => head);
    const annotations = recordAnnotations(recordWith());
    expect(heads).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          name: 'nim-api-key',
          namespace: 'nim-demo',
          labels: { 'opendatahub.io/managed': 'true' },
          annotations,
        },
        type: 'Opaque',
      },
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: {
          name: 'nim-image-pull',
          namespace: 'nim-demo',
          labels: { 'opendatahub.io/managed': 'true' },
          annotations,
        },
        type: 'kubernetes.io/dockerconfigjson',
      },
    ]);
  });

  it('hold the key for the container, under the new name and the older one', () => {
    expect(decoded(secretsOf(key).apiKey.data)).toEqual({ NGC_API_KEY: key, api_key: key });
  });

  it("hold a login to NVIDIA's registry, and to no other", () => {
    const { '.dockerconfigjson': config, ...others } = decoded(secretsOf(key).imagePull.data);
    expect(others).toEqual({});
    expect(JSON.parse(config ?? '')).toEqual({
      auths: {
        'nvcr.io': {
          username: '$oauthtoken',
          password: key,
          auth: Buffer.from(`$oauthtoken:${key}`).toString('base64'),
        },
      },
    });
  });

  it('hold a key of any visible characters unchanged', () => {
    const odd = 'nvapi-"\\{}:@/+=~';
    const { apiKey, imagePull } = secretsOf(odd);
    expect(decoded(apiKey.data)['NGC_API_KEY']).toBe(odd);
    expect(JSON.parse(decoded(imagePull.data)['.dockerconfigjson'] ?? '')).toHaveProperty(
      ['auths', 'nvcr.io', 'password'],
      odd,
    );
  });
});
