import { afterEach, describe, expect, it, vi } from 'vitest';
import { openEmbeddedCluster, statusAnswer } from '../../test/factories/dashboard-proxy.factory.ts';
import type { KubernetesObject } from '../cluster/kubernetes.ts';
import { fullBundle } from '../submit/bundle.factory.ts';
import { SubmissionError } from '../submit/submission-error.ts';
import { queryClient } from '../wizard/query-client.ts';
import { type ProjectSight, seenProjectQuery } from '../wizard/review/seen-project-query.ts';
import { updateOf } from './assemble-update.ts';
import { olderByWizard } from './deployed-by-others.factory.ts';
import { refuseProblems, refuseUpdate } from './refuse-problems.ts';
import { stateWith } from './wizard-state.factory.ts';

const bundle = fullBundle();
const refuse = (): Promise<void> => refuseProblems({ state: stateWith(), bundle });

const have = (sight: Partial<ProjectSight['seen']>): void => {
  const seen = { access: [], ...sight };
  queryClient.setQueryData(seenProjectQuery('nim-demo').queryKey, { seen, notSeen: [] });
};

afterEach(() => {
  queryClient.clear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a deployment that is known not to work', () => {
  it('is refused with every reason', async () => {
    openEmbeddedCluster('ada');
    const error: unknown = await refuse().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SubmissionError);
    expect(String(error)).toContain('You may not switch token authentication on.');
    expect(String(error)).toContain('There is no storage class "standard".');
  });

  it('is not looked at again when the review has seen nothing wrong', async () => {
    const { sent } = openEmbeddedCluster('ada');
    have({});
    await refuse();
    expect(sent).toEqual([]);
  });

  it('is not refused for what was wrong a while ago', async () => {
    const { sent } = openEmbeddedCluster('pat', [
      {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: { name: 'standard' },
        provisioner: 'example.com/disk',
      } as KubernetesObject,
    ]);
    have({ services: [bundle.inferenceService] });
    await refuse();
    expect(sent.length).toBeGreaterThan(0);
  });

  it('is left to the dry run when nobody answers', async () => {
    openEmbeddedCluster('ada', [], () => statusAnswer(503, 'ServiceUnavailable'));
    await expect(refuse()).resolves.toBeUndefined();
  });

  it('is left to the dry run when the answer takes too long', async () => {
    vi.useFakeTimers();
    openEmbeddedCluster('ada');
    vi.stubGlobal('fetch', () => new Promise(() => undefined));
    const refusing = refuse();
    await vi.advanceTimersByTimeAsync(5_000);
    await expect(refusing).resolves.toBeUndefined();
  });
});

const refuseEnvironment = (name: string): Promise<void> => {
  const existing = olderByWizard();
  const { predictor } = existing.model.spec;
  const model = { ...predictor.model, env: [{ name, value: '/' }] };
  const updated = {
    ...existing,
    model: { ...existing.model, spec: { predictor: { ...predictor, model } } },
  };
  const state = stateWith();
  const update = updateOf({ state, existing, updated, initialData: undefined });
  return refuseUpdate({ state, existing, updated, update });
};

describe('an update that is known not to work', () => {
  it('is refused with its reason', async () => {
    openEmbeddedCluster('ada');
    await expect(refuseEnvironment('PYTHONPATH')).rejects.toThrow(
      'Nothing was changed. The environment variable PYTHONPATH cannot be set. KServe refuses it. Remove it.',
    );
  });

  it('is refused to somebody who only looks', async () => {
    openEmbeddedCluster('vic');
    await expect(refuseEnvironment('LOG')).rejects.toThrow(
      /You may not change this deployment\. You do not have permission to change inferenceservices/,
    );
  });

  it('asks for nothing that stays as it is: volumes, storage classes, names', async () => {
    const { sent } = openEmbeddedCluster('ada');
    await refuseEnvironment('LOG');
    const lists = sent.filter(({ method }) => method === 'GET').map(({ path }) => path);
    expect(lists.map((path) => path.split('/').at(-1)).toSorted()).toEqual([
      'inferenceservices',
      'limitranges',
      'resourcequotas',
      'secrets',
      'servingruntimes',
    ]);
  });

  it('is left to the dry run when nobody answers', async () => {
    openEmbeddedCluster('ada', [], () => statusAnswer(503, 'ServiceUnavailable'));
    await expect(refuseEnvironment('LOG')).resolves.toBeUndefined();
  });
});
