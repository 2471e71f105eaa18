import { describe, expect, it } from 'vitest';
import { assembleInferenceService } from '../../bundle/assemble-inference-service.ts';
import { choicesWith } from '../../bundle/deployment.factory.ts';
import type { ResourceBundle } from '../../bundle/resource-bundle.ts';
import type { ResourceQuota } from '../../cluster/kubernetes.ts';
import { fullBundle, leastBundle } from '../bundle.factory.ts';
import { checkQuotas } from './quota.ts';

const resources = {
  requests: { cpu: 4, memory: '32Gi', 'nvidia.com/gpu': 1 },
  limits: { cpu: 4, memory: '32Gi', 'nvidia.com/gpu': 1 },
};

/** A new volume of 100Gi, two Secrets of a key and two of tokens, and two pods. */
const bundle: ResourceBundle = {
  ...fullBundle(),
  inferenceService: assembleInferenceService(choicesWith({ replicas: 2, hardware: { resources } })),
};

const quota = (
  hard: Record<string, string>,
  used: Record<string, string> = {},
  spec: Partial<ResourceQuota['spec']> = {},
): ResourceQuota => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'compute' },
  spec: { hard, ...spec },
  status: { hard, used },
});

const found = (...given: Parameters<typeof quota>): string[] =>
  checkQuotas(bundle, [quota(...given)]).map(({ field, severity }) => `${field} ${severity}`);

describe('a quota', () => {
  it('says nothing where there is room', () => {
    expect(found({ 'requests.cpu': '8', pods: '2' })).toEqual([]);
    expect(found({ 'requests.storage': '200Gi' }, { 'requests.storage': '100Gi' })).toEqual([]);
  });

  it('counts as asked for what a deployment only says that it may use', () => {
    const hardware = { resources: { limits: { 'nvidia.com/gpu': 2 } } };
    const inferenceService = assembleInferenceService(choicesWith({ hardware }));
    const gpus = quota({ 'requests.nvidia.com/gpu': '1' });
    expect(checkQuotas({ ...leastBundle(), inferenceService }, [gpus])).toMatchObject([
      { field: 'hardware', severity: 'stops' },
    ]);
  });

  it.each([
    ['cpu', '7'],
    ['requests.memory', '63Gi'],
    ['limits.memory', '50Gi'],
    ['requests.nvidia.com/gpu', '1'],
    ['pods', '1'],
  ])('of %s that all replicas together never fit into stops', (resource, hard) => {
    expect(found({ [resource]: hard })).toEqual(['hardware stops']);
  });

  it('that other pods use up warns: they may stop', () => {
    expect(checkQuotas(bundle, [quota({ 'requests.cpu': '10' }, { 'requests.cpu': '4' })])).toEqual(
      [
        {
          field: 'hardware',
          severity: 'warns',
          title: "The project's quota leaves too little of requests.cpu",
          body: 'The quota "compute" allows 10 of requests.cpu, 4 of it in use; this deployment asks for 2 × 4. It starts when other pods of the project have stopped.',
        },
      ],
    );
  });

  it.each([
    ['requests.storage', '150Gi', '100Gi', 'storage'],
    ['standard.storageclass.storage.k8s.io/requests.storage', '50Gi', '0', 'storage'],
    ['persistentvolumeclaims', '3', '3', 'storage'],
    ['count/secrets', '5', '2', 'key'],
    ['count/inferenceservices.serving.kserve.io', '1', '1', 'name'],
  ])('of %s that is used up stops: the object would be refused', (resource, hard, used, field) => {
    expect(found({ [resource]: hard }, { [resource]: used })).toEqual([`${field} stops`]);
  });

  it.each([
    ['requests.storage', 'allows 0 B of requests.storage, 512 MiB of it in use', 'for 100 GiB.'],
    ['limits.memory', 'allows 0 B of limits.memory, 512 MiB of it in use', 'for 2 × 32 GiB.'],
    ['pods', 'allows 0 of pods, 512Mi of it in use', 'for 2 × 1.'],
  ])('of %s says sizes as they are read', (resource, had, asked) => {
    const [problem] = checkQuotas(bundle, [quota({ [resource]: '0' }, { [resource]: '512Mi' })]);
    expect(problem?.body).toContain(`${had}; this deployment asks ${asked}`);
  });

  it('of another storage class, or of what a deployment does not ask for, is not about it', () => {
    expect(found({ 'fast.storageclass.storage.k8s.io/requests.storage': '1' })).toEqual([]);
    expect(found({ services: '0', 'requests.ephemeral-storage': '0' })).toEqual([]);
  });

  it('counts no volume where an existing one is used', () => {
    expect(
      checkQuotas(leastBundle(), [quota({ persistentvolumeclaims: '0', secrets: '0' })]),
    ).toEqual([]);
  });

  it('of other pods is not about it', () => {
    expect(found({ pods: '0' }, {}, { scopes: ['Terminating'] })).toEqual([]);
    expect(found({ pods: '0' }, {}, { scopeSelector: {} })).toEqual([]);
    expect(found({ pods: '0' }, {}, { scopes: ['NotTerminating'] })).toEqual(['hardware stops']);
  });

  it('that nobody has counted yet is taken as it was written', () => {
    const { status: _status, ...fresh } = quota({ pods: '1' });
    expect(checkQuotas(bundle, [fresh])).toMatchObject([{ severity: 'stops' }]);
  });
});
