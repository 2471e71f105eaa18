import { describe, expect, it } from 'vitest';
import { assembleInferenceService } from '../../bundle/assemble-inference-service.ts';
import { choicesWith, deploymentWith, runtimeWith } from '../../bundle/deployment.factory.ts';
import type { ResourceBundle } from '../../bundle/resource-bundle.ts';
import { applyStorage } from '../../bundle/storage-on-deployment.ts';
import type { PersistentVolumeClaim } from '../../cluster/kubernetes.ts';
import { bundleWithTokens, fullBundle, ownKeyBundle } from '../bundle.factory.ts';
import { findProblems } from './find-problems.ts';
import { describeStops } from './problem.ts';
import type { SeenProject } from './seen-project.ts';

const existing = { kind: 'existing', name: 'models', subPath: '' } as const;
const { model, server } = applyStorage(deploymentWith(), existing);

/** A deployment on an existing volume. */
const onVolume: ResourceBundle = { keyWrites: [], runtime: server, inferenceService: model };

const empty = { access: [] };

describe('what is known to be wrong with a deployment', () => {
  it('is nothing where nothing could be seen', () => {
    expect(findProblems({ bundle: fullBundle(), seen: empty, needs: {} })).toEqual([]);
  });

  it('is nothing in a project that has what it needs', () => {
    const seen = { services: [], runtimes: [], claims: [], secrets: [], quotas: [], access: [] };
    expect(findProblems({ bundle: fullBundle(), seen, needs: {} })).toEqual([]);
  });

  it('is of every field, and what stops it comes first', () => {
    const inferenceService = assembleInferenceService(
      choicesWith({ replicas: 2, env: [{ name: 'PYTHONPATH', value: '/' }], args: ['--port=1'] }),
    );
    const container = { name: 'kserve-container', args: ['--port=8000'] };
    const bundle = {
      ...fullBundle(),
      inferenceService,
      runtime: runtimeWith({ containers: [container] }),
    };
    const seen = { ...empty, services: [inferenceService], classes: [] };
    const problems = findProblems({ bundle, seen, needs: { imageBytes: 2e11 } });
    expect(problems.map(({ severity, field }) => `${severity} ${field}`)).toEqual([
      'stops name',
      'stops storage',
      'stops environment',
      'warns replicas',
      'warns storage',
      'warns arguments',
    ]);
  });

  it('is that two of its tokens would be one', () => {
    const bundle = bundleWithTokens([
      { displayName: 'CI', name: 'ci' },
      { displayName: 'ci', name: 'ci' },
    ]);
    expect(findProblems({ bundle, seen: empty, needs: {} })).toMatchObject([
      { field: 'tokens', severity: 'stops', title: 'The tokens "CI" and "ci" get the same name' },
    ]);
  });

  it('is that its volume is gone', () => {
    const seen = { ...empty, claims: [] };
    expect(findProblems({ bundle: onVolume, seen, needs: {} })).toMatchObject([
      { field: 'storage', title: 'The volume "models" is no longer in the project' },
    ]);
  });

  it('is that its volume is too small for the image, and waits for a class that is gone', () => {
    const claim: PersistentVolumeClaim = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'models' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: 'gone',
        resources: { requests: { storage: '40Gi' } },
      },
      status: { phase: 'Pending' },
    };
    const seen = { ...empty, claims: [claim], classes: [] };
    const problems = findProblems({ bundle: onVolume, seen, needs: { imageBytes: 9e10 } });
    expect(problems.map(({ title }) => title)).toEqual([
      "The volume is smaller than the model's image",
      'The volume "models" is not there yet',
    ]);
  });

  it('is that its pods would be refused, and that its key could not become its own', () => {
    const seen: SeenProject = {
      quotas: [
        {
          apiVersion: 'v1',
          kind: 'ResourceQuota',
          metadata: { name: 'compute' },
          spec: { hard: { 'limits.cpu': '8' } },
        },
      ],
      limitRanges: [],
      access: [{ verb: 'patch', kind: 'Secret', isAllowed: false }],
    };
    expect(findProblems({ bundle: ownKeyBundle(), seen, needs: {} })).toMatchObject([
      { severity: 'stops', body: expect.stringContaining('change secrets') },
      { severity: 'warns', title: "The project's quota demands to know limits.cpu" },
    ]);
  });

  it('begins with what is worst, and ends with advice', () => {
    const hardware = { resources: { limits: { 'nvidia.com/gpu': 1 } } };
    const inferenceService = assembleInferenceService(choicesWith({ hardware, replicas: 2 }));
    const problems = findProblems({
      bundle: { ...fullBundle(), inferenceService },
      seen: { ...empty, classes: [] },
      needs: { gpus: { count: 1, memoryGb: 80 } },
    });
    expect(problems.map(({ severity }) => severity)).toEqual(['stops', 'warns', 'advises']);
  });

  it('is told in one message, as far as it stops it', () => {
    const seen = { ...empty, claims: [] };
    expect(describeStops(findProblems({ bundle: onVolume, seen, needs: {} }))).toBe(
      'Nothing was changed. The volume "models" is no longer in the project. Go back to "Model details" and choose another one.',
    );
  });
});
