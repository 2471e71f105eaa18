import { describe, expect, it } from 'vitest';
import { storedPair } from '../../apiKey/key-secrets.factory.ts';
import { fullBundle, leastBundle } from '../bundle.factory.ts';
import { planDeployment } from '../plan/submit-plan.ts';
import { checkPermissions } from './permissions.ts';

const project = 'nim-demo';
const refused = (kind: string, verb: 'create' | 'patch' = 'create') => ({
  kind,
  verb,
  isAllowed: false,
});
const plan = planDeployment(fullBundle(), '');

describe('permissions', () => {
  it('are enough where the cluster says so, or nobody has asked', () => {
    const access = [{ ...refused('ServingRuntime'), isAllowed: true }];
    expect(checkPermissions(plan, { project, access })).toEqual([]);
  });

  it('are named by what is missing', () => {
    const access = [refused('ServingRuntime'), refused('InferenceService')];
    expect(checkPermissions(plan, { project, access })).toEqual([
      {
        field: 'permissions',
        severity: 'stops',
        title: 'You may not deploy a model in the project nim-demo',
        body: 'You do not have permission to create servingruntimes or create inferenceservices. Ask an administrator of the project.',
      },
    ]);
  });

  it('to create roles are a matter of the tokens', () => {
    const access = [refused('Role'), refused('RoleBinding')];
    expect(checkPermissions(plan, { project, access })).toMatchObject([
      { field: 'tokens', title: 'You may not switch token authentication on' },
    ]);
  });

  it('that a deployment does not need do not matter', () => {
    const access = ['Role', 'RoleBinding', 'Secret', 'PersistentVolumeClaim'].map((kind) =>
      refused(kind),
    );
    expect(checkPermissions(planDeployment(leastBundle(), ''), { project, access })).toEqual([]);
  });

  it('to change Secrets matter where a key is replaced, and only there', () => {
    const access = [refused('Secret', 'patch')];
    expect(checkPermissions(plan, { project, access })).toEqual([]);
    const replacing = planDeployment(fullBundle(storedPair()), '');
    expect(checkPermissions(replacing, { project, access })).toMatchObject([
      { body: expect.stringContaining('change secrets') },
    ]);
  });
});
