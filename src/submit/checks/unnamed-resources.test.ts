import { describe, expect, it } from 'vitest';
import { assembleInferenceService } from '../../bundle/assemble-inference-service.ts';
import { choicesWith } from '../../bundle/deployment.factory.ts';
import type { LimitRange, ResourceQuota, ResourceRequirements } from '../../cluster/kubernetes.ts';
import { checkUnnamed } from './unnamed-resources.ts';

const gpu = { 'nvidia.com/gpu': 1 };
const gpuOnly: ResourceRequirements = { requests: gpu, limits: gpu };

const quota = (hard: Record<string, string>, scopes?: string[]): ResourceQuota => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'compute' },
  spec: { hard, ...(scopes ? { scopes } : {}) },
});

const limitRange = (limits: Partial<LimitRange['spec']['limits'][number]>): LimitRange => ({
  apiVersion: 'v1',
  kind: 'LimitRange',
  metadata: { name: 'defaults' },
  spec: { limits: [{ type: 'Container', ...limits }] },
});

const found = (
  quotas: ResourceQuota[],
  resources: ResourceRequirements = gpuOnly,
  limitRanges: LimitRange[] = [],
) =>
  checkUnnamed(
    { inferenceService: assembleInferenceService(choicesWith({ hardware: { resources } })) },
    { quotas, limitRanges },
  );

describe('a quota on CPU or memory', () => {
  it('refuses the pods of a container that names neither', () => {
    expect(found([quota({ 'limits.memory': '64Gi', 'requests.cpu': '8', pods: '9' })])).toEqual([
      {
        field: 'hardware',
        severity: 'warns',
        title: "The project's quota demands to know requests.cpu and limits.memory",
        body: expect.stringContaining('The quota "compute" refuses pods that do not name it'),
      },
    ]);
  });

  it.each(['cpu', 'requests.cpu', 'limits.cpu', 'memory', 'requests.memory', 'limits.memory'])(
    'of %s is content with a container that names it',
    (entry) => {
      const all = { cpu: 4, memory: '32Gi' };
      expect(found([quota({ [entry]: '99' })], gpuOnly)).toHaveLength(1);
      expect(found([quota({ [entry]: '99' })], { requests: all, limits: all })).toEqual([]);
    },
  );

  it('takes a limit for the request that is not named, and not the other way round', () => {
    expect(found([quota({ 'requests.cpu': '8' })], { limits: { cpu: 4 } })).toEqual([]);
    expect(found([quota({ 'limits.cpu': '8' })], { requests: { cpu: 4 } })).toHaveLength(1);
  });

  it('is content with what a limit range gives a container', () => {
    const both = quota({ 'limits.cpu': '8', 'requests.cpu': '8' });
    const defaults = { default: { cpu: '2' }, defaultRequest: { cpu: '1' } };
    expect(found([both], gpuOnly, [limitRange(defaults)])).toEqual([]);
    expect(found([both], gpuOnly, [limitRange({ ...defaults, type: 'Pod' })])).toHaveLength(1);
  });

  it('of pods that are not best effort is about one that names something', () => {
    const scoped = quota({ 'limits.memory': '64Gi' }, ['NotBestEffort']);
    expect(found([scoped], gpuOnly)).toEqual([]);
    expect(found([scoped], { requests: { cpu: 1 } })).toHaveLength(1);
  });

  it('of other pods is not about it', () => {
    expect(found([quota({ 'limits.memory': '1' }, ['Terminating'])])).toEqual([]);
  });

  it('demands nothing of other resources', () => {
    expect(found([quota({ 'requests.ephemeral-storage': '1', services: '1' })])).toEqual([]);
  });

  it('is not judged where nobody may see the limit ranges', () => {
    const inferenceService = assembleInferenceService(choicesWith());
    expect(checkUnnamed({ inferenceService }, { quotas: [quota({ 'limits.cpu': '1' })] })).toEqual(
      [],
    );
  });
});
