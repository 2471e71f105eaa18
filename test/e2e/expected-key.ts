import { expect } from '@playwright/test';

/** The two Secrets of nim-demo's key, written by hand like the other expected objects. */
const namespace = 'nim-demo';

/** What is written down of a key on its Secrets. */
export interface ExpectedRecord {
  verification: 'verified' | 'not-verified';
  by: string;
  id: unknown;
  at: unknown;
}

/** A key that ada had verified; its id and date are not known before. */
const verifiedByAda: ExpectedRecord = {
  verification: 'verified',
  by: 'ada',
  id: expect.stringMatching(/^[0-9a-f]{32}$/),
  at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
};

const keyMetadata = (name: string, key: string, record: ExpectedRecord) => ({
  name,
  namespace,
  labels: { 'opendatahub.io/managed': 'true' },
  annotations: {
    'nim-wizard.opendatahub.io/key-id': record.id,
    'nim-wizard.opendatahub.io/key-last-four': key.slice(-4),
    'nim-wizard.opendatahub.io/key-recorded-at': record.at,
    'nim-wizard.opendatahub.io/key-recorded-by': record.by,
    'nim-wizard.opendatahub.io/key-verification': record.verification,
  },
});

export const expectedKeySecret = (key: string, record: Partial<ExpectedRecord> = {}) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: keyMetadata('nim-api-key', key, { ...verifiedByAda, ...record }),
  type: 'Opaque',
  data: { api_key: key, NGC_API_KEY: key },
});

export const expectedPullSecret = (key: string, record: Partial<ExpectedRecord> = {}) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: keyMetadata('nim-image-pull', key, { ...verifiedByAda, ...record }),
  type: 'kubernetes.io/dockerconfigjson',
  data: {
    '.dockerconfigjson': {
      auths: {
        'nvcr.io': {
          username: '$oauthtoken',
          password: key,
          auth: Buffer.from(`$oauthtoken:${key}`).toString('base64'),
        },
      },
    },
  },
});
