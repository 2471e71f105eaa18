import { describe, expect, it } from 'vitest';
import { storedPair } from '../../apiKey/key-secrets.factory.ts';
import { fullBundle, leastBundle, ownKeyBundle } from '../bundle.factory.ts';
import { planSubmission } from '../plan/submit-plan.ts';
import { checkPermissions } from './permissions.ts';
import type { AccessAnswer } from './seen-project.ts';

const project = 'nim-demo';
const refused = (kind: string, verb: AccessAnswer['verb'] = 'create') => ({
  kind,
  verb,
  isAllowed: false,
});
const plan = planSubmission(fullBundle(), '');

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
    expect(checkPermissions(planSubmission(leastBundle(), ''), { project, access })).toEqual([]);
  });

  it('to change Secrets matter where a key is replaced, and only there', () => {
    const access = [refused('Secret', 'patch')];
    expect(checkPermissions(plan, { project, access })).toMatchObject([{ severity: 'warns' }]);
    const replacing = planSubmission(fullBundle(storedPair()), '');
    expect(checkPermissions(replacing, { project, access })).toMatchObject([
      { body: expect.stringContaining('change secrets') },
    ]);
  });

  it("to change Secrets matter where a key becomes the deployment's own", () => {
    const access = [refused('Secret', 'patch')];
    expect(checkPermissions(planSubmission(ownKeyBundle(), ''), { project, access })).toEqual([
      expect.objectContaining({
        severity: 'stops',
        body: expect.stringContaining('change secrets'),
      }),
    ]);
  });

  it('to take a mark off that outlives the deployment are missed with a warning', () => {
    const access = [refused('PersistentVolumeClaim', 'patch')];
    expect(checkPermissions(plan, { project, access })).toMatchObject([
      { severity: 'warns', body: expect.stringContaining('change persistentvolumeclaims') },
    ]);
  });

  it('to delete are missed with a warning: nothing could be undone', () => {
    const access = [refused('ServingRuntime', 'delete'), refused('Secret', 'delete')];
    expect(checkPermissions(plan, { project, access })).toEqual([
      {
        field: 'permissions',
        severity: 'warns',
        title: 'What is created cannot be removed again if something fails',
        body: 'You do not have permission to delete servingruntimes or delete secrets. Ask an administrator of the project, also to remove what is left then.',
      },
    ]);
  });

  it.each(['Role', 'Secret'])('to delete a %s do not matter where it is not created', (kind) => {
    const least = planSubmission(leastBundle(), '');
    expect(checkPermissions(least, { project, access: [refused(kind, 'delete')] })).toEqual([]);
  });
});
