import type { KubernetesObject } from '../../src/cluster/kubernetes.ts';
import {
  expectedKeySecret,
  expectedPullSecret,
  expectedRuntime,
  expectedService,
} from './expected-objects.ts';

const PREFIX = 'nim-wizard.opendatahub.io/key-';

/** What is written on both Secrets of a key, by hand from the system's description. */
export const keyAnnotations = (given: {
  id: unknown;
  lastFour: string;
  verification: 'verified' | 'not-verified';
  at: unknown;
  by: string;
}): Record<string, unknown> => ({
  [`${PREFIX}id`]: given.id,
  [`${PREFIX}last-four`]: given.lastFour,
  [`${PREFIX}verification`]: given.verification,
  [`${PREFIX}recorded-at`]: given.at,
  [`${PREFIX}recorded-by`]: given.by,
});

const encoded = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64');

/** A Secret as Kubernetes keeps it, from one with readable data, and what pat wrote on it. */
const seeded = (
  secret: ReturnType<typeof expectedKeySecret> | ReturnType<typeof expectedPullSecret>,
  key: string,
): KubernetesObject => {
  const annotations = keyAnnotations({
    id: 'id-of-the-first',
    lastFour: key.slice(-4),
    verification: 'not-verified',
    at: '2026-08-22T12:00:00.000Z',
    by: 'pat',
  });
  const data = Object.entries(secret.data).map(([name, value]) => [name, encoded(value)]);
  const stored = {
    ...secret,
    metadata: { ...secret.metadata, annotations },
    data: Object.fromEntries(data),
  };
  return stored as unknown as KubernetesObject;
};

/** The project's key as pat stored it, without verification. */
export const projectKey = (key: string): KubernetesObject[] => [
  seeded(expectedKeySecret(key), key),
  seeded(expectedPullSecret(key), key),
];

/** A deployment that uses the project's key. */
export const deploymentCalled = (name: string, displayName: string): KubernetesObject[] => {
  const runtime = expectedRuntime();
  const service = expectedService({ profileVersion: '1' });
  const { annotations } = service.metadata;
  return [
    { ...runtime, metadata: { ...runtime.metadata, name } },
    {
      ...service,
      metadata: {
        ...service.metadata,
        name,
        annotations: { ...annotations, 'openshift.io/display-name': displayName },
      },
      spec: {
        predictor: {
          ...service.spec.predictor,
          model: { ...service.spec.predictor.model, runtime: name },
        },
      },
    },
  ] as KubernetesObject[];
};
