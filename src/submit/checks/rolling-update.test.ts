import { describe, expect, it } from 'vitest';
import { assembleInferenceService } from '../../bundle/assemble-inference-service.ts';
import type { DeploymentChoices } from '../../bundle/deployment-choices.ts';
import { choicesWith } from '../../bundle/deployment.factory.ts';
import type { InferenceService, ResourceQuota } from '../../cluster/kubernetes.ts';
import type { Problem } from './problem.ts';
import { checkRollingUpdate } from './rolling-update.ts';

const gpus = (count: number) => ({ resources: { limits: { cpu: 4, 'nvidia.com/gpu': count } } });

const deployed = (choices: Partial<DeploymentChoices> = {}): InferenceService =>
  assembleInferenceService(choicesWith({ hardware: gpus(1), ...choices }));

/** A quota of so many CPUs, of which so many are in use. */
const quota = (
  hard: number,
  used: number,
  spec: Partial<ResourceQuota['spec']> = {},
): ResourceQuota => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'compute' },
  spec: { hard: { 'limits.cpu': String(hard) }, ...spec },
  status: { hard: { 'limits.cpu': String(hard) }, used: { 'limits.cpu': String(used) } },
});

const full = quota(8, 8);

const found = (before: InferenceService, after: InferenceService, quotas = [full]): string[] =>
  checkRollingUpdate({ before, after }, quotas).map(({ severity }) => severity);

const withRolling = (
  service: InferenceService,
  rollingUpdate: { maxSurge?: string | number; maxUnavailable?: string | number },
): InferenceService => ({
  ...service,
  spec: {
    predictor: {
      ...service.spec.predictor,
      deploymentStrategy: { type: 'RollingUpdate', rollingUpdate },
    },
  },
});

const stopped = (service: InferenceService): InferenceService => ({
  ...service,
  metadata: { ...service.metadata, annotations: { 'serving.kserve.io/stop': 'true' } },
});

const other = { args: ['--other'] };

/** What is said of an update of a deployment with so many GPUs for each pod, where no quota counts any. */
const advice = (count: number): Problem[] =>
  checkRollingUpdate(
    {
      before: deployed({ hardware: gpus(count) }),
      after: deployed({ hardware: gpus(count), ...other }),
    },
    [],
  );

describe('a rolling update', () => {
  it('has no room where the quota leaves less than one pod asks for', () => {
    const change = { before: deployed(), after: deployed(other) };
    expect(checkRollingUpdate(change, [quota(10, 8)])).toEqual([
      {
        field: 'strategy',
        severity: 'warns',
        title: "The project's quota has no room for an old and a new pod at once",
        body: 'The quota "compute" allows 10 of limits.cpu, 8 of it in use; one pod asks for 4. By a rolling update an old pod stays until a new one is ready; without room for both the update does not go on. Choose the strategy "Recreate" on "Advanced settings", or ask an administrator for more.',
      },
    ]);
  });

  it('needs room for one pod, however many there are', () => {
    const [before, after] = [deployed({ replicas: 3 }), deployed({ replicas: 3, ...other })];
    expect(found(before, after, [quota(16, 13)])).toEqual(['warns']);
    expect(found(before, after, [quota(16, 12)])).toEqual(['advises']);
  });

  it('needs free GPUs, of which nobody here can tell', () => {
    expect(advice(1)).toEqual([
      {
        field: 'strategy',
        severity: 'advises',
        title: 'The update needs one GPU more until it is done',
        body: 'By a rolling update an old pod stays until a new one is ready; without room for both the update does not go on. Nobody here can see how many GPUs are free. Choose the strategy "Recreate" on "Advanced settings", if there may be too few.',
      },
    ]);
    expect(advice(2)).toMatchObject([{ title: 'The update needs 2 GPUs more until it is done' }]);
    expect(advice(0)).toEqual([]);
  });

  it.each<[string, Partial<DeploymentChoices>]>([
    ['another name to show, which KServe writes on the pods, too', { displayName: 'Other' }],
    ['a token that is asked for', { tokens: [{ displayName: 'CI', name: 'ci' }] }],
    ['other hardware', { hardware: gpus(2) }],
    ['a variable', { env: [{ name: 'LOG', value: '1' }] }],
  ])('is one with %s', (_what, choices) => {
    expect(found(deployed(), deployed(choices))).toEqual(['warns']);
  });

  it.each<[string, Partial<DeploymentChoices>]>([
    ['nothing is changed', {}],
    ['pods are only added', { replicas: 2 }],
    ['the old pods are to be stopped first', { ...other, strategy: 'recreate' }],
    ['no pods are wanted', { ...other, replicas: 0 }],
  ])('is none where %s', (_what, choices) => {
    expect(found(deployed(), deployed(choices))).toEqual([]);
  });

  it('is none of a deployment that is stopped, or had no pods', () => {
    expect(found(stopped(deployed()), stopped(deployed(other)))).toEqual([]);
    expect(found(deployed({ replicas: 0 }), deployed(other))).toEqual([]);
  });

  it('goes on without room where one of many pods, or none besides, may be', () => {
    const many = { replicas: 4, ...other };
    expect(found(deployed({ replicas: 4 }), deployed(many))).toEqual([]);
    const rolling = (bounds: Parameters<typeof withRolling>[1]) =>
      found(deployed(), withRolling(deployed(other), bounds));
    expect(rolling({ maxSurge: 0, maxUnavailable: 0 })).toEqual([]);
    expect(rolling({ maxSurge: '0%', maxUnavailable: 1 })).toEqual([]);
    expect(rolling({ maxSurge: 1, maxUnavailable: '50%' })).toEqual(['warns']);
    expect(rolling({ maxSurge: 1, maxUnavailable: '100%' })).toEqual([]);
  });

  it('is not held up by a quota for other pods', () => {
    const quotas = [quota(8, 8, { scopes: ['Terminating'] })];
    expect(found(deployed(), deployed(other), quotas)).toEqual(['advises']);
  });
});
