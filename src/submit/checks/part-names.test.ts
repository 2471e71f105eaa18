import { describe, expect, it } from 'vitest';
import type { KubernetesObject, ObjectMeta } from '../../cluster/kubernetes.ts';
import { fullBundle, leastBundle } from '../bundle.factory.ts';
import { checkPartNames } from './part-names.ts';

const object = (
  kind: string,
  name: string,
  metadata: Partial<ObjectMeta> = {},
): KubernetesObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, namespace: 'nim-demo', ...metadata },
});

const owner = (kind: string, name: string): Partial<ObjectMeta> => ({
  ownerReferences: [{ apiVersion: 'example.com/v1', kind, name, uid: 'u' }],
});

const titles = (bundle: Parameters<typeof checkPartNames>[0], there: KubernetesObject[]) =>
  checkPartNames(bundle, there).map(({ title }) => title);

describe("the names of a deployment's parts", () => {
  it.each([
    ['a service', 'Service', 'my-model-predictor'],
    ['a Kubernetes deployment', 'Deployment', 'my-model-predictor'],
    ['a service', 'Service', 'my-model-metrics'],
    ['a route', 'Route', 'my-model'],
  ])('may not be those of %s (%s %s) of another application', (words, kind, name) => {
    expect(checkPartNames(leastBundle(), [object(kind, name)])).toEqual([
      {
        field: 'name',
        severity: 'stops',
        title: `The project already has ${words} called "${name}" that does not belong to this deployment`,
        body: 'KServe and Open Data Hub give a part of the deployment this name: they would change or delete what has it, or the model would not start. Choose another name for the deployment.',
      },
    ]);
  });

  it.each([
    ['a service account', 'ServiceAccount', 'my-model-sa'],
    ['a role', 'Role', 'my-model-view-role'],
    ['a role binding', 'RoleBinding', 'my-model-view'],
  ])('may not be those of %s (%s %s), where there are tokens', (words, kind, name) => {
    const there = [object(kind, name)];
    expect(checkPartNames(fullBundle(), there)).toMatchObject([
      {
        title: `The project already has ${words} called "${name}" that does not belong to this deployment`,
        body: 'Token authentication needs this name. Choose another name for the deployment, or remove the tokens.',
      },
    ]);
    expect(checkPartNames(leastBundle(), there)).toEqual([]);
  });

  it('may be those of a part of a deployment of this name, which KServe has marked or which is its owner', () => {
    const marked = { labels: { 'serving.kserve.io/inferenceservice': 'my-model' } };
    const there = [
      object('Service', 'my-model-predictor', marked),
      object('Deployment', 'my-model-predictor', owner('InferenceService', 'my-model')),
      object('ServiceAccount', 'my-model-sa', owner('InferenceService', 'my-model')),
    ];
    expect(titles(fullBundle(), there)).toEqual([]);
  });

  it('are taken by what belongs to a deployment of another name, or to something else of this name', () => {
    const there = [
      object('Service', 'my-model-predictor', owner('InferenceService', 'other')),
      object('Service', 'my-model-metrics', {
        labels: { 'serving.kserve.io/inferenceservice': 'other' },
      }),
      object('Deployment', 'my-model-predictor', owner('Application', 'my-model')),
    ];
    expect(titles(leastBundle(), there)).toHaveLength(3);
  });

  it('are free where only other kinds have them, or other names are near', () => {
    const there = [
      object('Deployment', 'my-model'),
      object('Service', 'my-model'),
      object('Service', 'my-model-predictor-2'),
      object('Route', 'my-model-predictor'),
      object('ServiceAccount', 'my-model'),
    ];
    expect(titles(fullBundle(), there)).toEqual([]);
  });
});
