import { describe, expect, it } from 'vitest';
import type { ClusterErrorKind } from '../../cluster/cluster-error.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { errorOf } from '../run/memory-cluster.factory.ts';
import type { NotUndone, UndoReport, WrittenObject } from '../run/undo-run.ts';
import type { FailedRequest } from './describe-failure.ts';
import { describeRefusal, describeRun } from './describe-outcome.ts';
import { nameObject } from './name-object.ts';

const objectOf = (kind: string, name: string, apiVersion = 'v1'): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: {
    name,
    namespace: 'nim-demo',
    labels: { 'nim-wizard.opendatahub.io/submission': 'some-id' },
  },
});

/** Removes an object of this submission, and no other. */
const removal = (resource: string, name: string): string =>
  `kubectl delete ${resource} --namespace nim-demo --field-selector metadata.name=${name} --selector nim-wizard.opendatahub.io/submission=some-id`;

const service = objectOf('InferenceService', 'my-model', 'serving.kserve.io/v1beta1');
const runtime = objectOf('ServingRuntime', 'my-model', 'serving.kserve.io/v1alpha1');
const volume = objectOf('PersistentVolumeClaim', 'nim-my-model');
const secret = objectOf('Secret', 'nim-api-key');

const refused = (
  kind: ClusterErrorKind,
  message: string,
  given: Partial<FailedRequest> = {},
): FailedRequest => ({ verb: 'created', object: volume, error: errorOf(kind, message), ...given });

const created = (object: KubernetesObject): WrittenObject => ({
  object,
  step: { id: `${object.kind}/${object.metadata.name}`, object, dependsOn: [] },
});

/** A Secret that got another key. */
const replaced = (object: KubernetesObject): WrittenObject => {
  const { step } = created(object);
  const replacement = { before: object.metadata, apply: [], undo: [], tidy: [] };
  return { object, step: { ...step, replacement } };
};

/** What could not be undone. */
const leftOf = (
  written: WrittenObject,
  error = errorOf('forbidden', 'no delete'),
  why: NotUndone['why'] = 'refused',
): NotUndone => ({ written, error, why });

const nothing: UndoReport = { undone: [], left: [], kept: [] };

describe('the name of an object', () => {
  it.each([
    [service, 'the deployment "my-model"'],
    [runtime, 'the serving runtime "my-model"'],
    [volume, 'the volume "nim-my-model"'],
    [secret, 'the secret "nim-api-key"'],
    [objectOf('ServiceAccount', 'a'), 'the service account "a"'],
    [objectOf('Role', 'a'), 'the role "a"'],
    [objectOf('RoleBinding', 'a'), 'the role binding "a"'],
    [objectOf('ConfigMap', 'a'), 'the ConfigMap "a"'],
  ])('is in words that people use: %#', (object, words) => {
    expect(nameObject(object)).toBe(words);
  });
});

describe('a refusal before anything was done', () => {
  it('says that nothing was changed, and names everything that was refused', () => {
    const failures = [
      refused('invalid', 'too small'),
      refused('unauthorized', '', { object: secret }),
    ];
    expect(describeRefusal(failures)).toBe(
      'Nothing was changed. The volume "nim-my-model" could not be created: too small. The secret "nim-api-key" could not be created: your session has ended. Sign in again.',
    );
  });
});

it('says once that the project has a key, though both of its Secrets are there', () => {
  const pull = objectOf('Secret', 'nim-image-pull');
  const failures = [secret, pull].map((object) => refused('alreadyExists', 'exists', { object }));
  expect(describeRefusal(failures)).toBe(
    'Nothing was changed. The secret "nim-api-key" exists already: the project has a key. Go back to "Model details" to use that one.',
  );
});

describe('a run that failed', () => {
  const failure = refused('invalid', 'no such field', { object: service });
  const what = 'The deployment "my-model" could not be created: no such field.';

  it('says so when nothing had been created before', () => {
    expect(describeRun([failure], nothing)).toBe(`${what} Nothing was left behind.`);
  });

  it('says what was removed again', () => {
    const undone = [created(runtime), created(volume)];
    expect(describeRun([failure], { ...nothing, undone })).toBe(
      `${what} Removed again: the serving runtime "my-model", the volume "nim-my-model".`,
    );
  });

  it('says what is left, why, and how to remove it', () => {
    const left = [
      leftOf(created(runtime), errorOf('forbidden', 'no delete.')),
      leftOf(created(secret), errorOf('unreachable', 'Failed to fetch')),
    ];
    expect(describeRun([failure], { ...nothing, undone: [created(volume)], left })).toBe(
      `${what} Removed again: the volume "nim-my-model". Could not be removed: the serving runtime "my-model" (no delete), the secret "nim-api-key" (Failed to fetch). Remove with: ${removal('servingruntimes.serving.kserve.io', 'my-model')}; ${removal('secrets', 'nim-api-key')}`,
    );
  });

  it('says that an object may be there when nobody could find out', () => {
    const error = errorOf('unreachable', 'Failed to fetch');
    const left = [leftOf(created(service), error, 'unknown')];
    expect(describeRun([{ ...failure, error }], { ...nothing, left })).toBe(
      `The deployment "my-model" could not be created: the cluster did not answer (Failed to fetch). Try again. May be there, since the cluster did not say: the deployment "my-model" (Failed to fetch). Remove with: ${removal('inferenceservices.serving.kserve.io', 'my-model')}`,
    );
  });

  it('leaves what somebody has changed, and says so', () => {
    const left = [leftOf(created(volume), errorOf('conflict', 'modified'), 'changed')];
    expect(describeRun([failure], { ...nothing, undone: [created(runtime)], left })).toBe(
      `${what} Removed again: the serving runtime "my-model". Not removed, since somebody has changed it meanwhile: the volume "nim-my-model". If nobody needs it: Remove with: ${removal('persistentvolumeclaims', 'nim-my-model')}`,
    );
  });

  it('says what others have by now, which is not nothing', () => {
    const kept = [{ written: created(volume), users: [runtime] }];
    expect(describeRun([failure], { ...nothing, kept })).toBe(
      `${what} Kept, since it is used by others meanwhile: the volume "nim-my-model" (the serving runtime "my-model").`,
    );
  });

  it('says each of several reasons', () => {
    const other = refused('forbidden', 'no volumes');
    expect(describeRun([failure, other], nothing)).toBe(
      `${what} The volume "nim-my-model" could not be created: you do not have permission (no volumes). Ask an administrator of the project. Nothing was left behind.`,
    );
  });

  it('has no command for a key that is stored without a deployment, which has no label', () => {
    const { labels: _labels, ...metadata } = secret.metadata;
    const left = [leftOf(created({ ...secret, metadata }))];
    expect(describeRun([failure], { ...nothing, left })).toBe(
      `${what} Could not be removed: the secret "nim-api-key" (no delete). Enter the project's key again, so that both of its Secrets hold the same.`,
    );
  });

  it('does not say that nothing was left when nothing could be removed', () => {
    const left = [leftOf(created(secret))];
    expect(describeRun([failure], { ...nothing, left })).toBe(
      `${what} Could not be removed: the secret "nim-api-key" (no delete). Remove with: ${removal('secrets', 'nim-api-key')}`,
    );
  });

  it('says what was put back', () => {
    const undone = [created(volume), replaced(secret)];
    expect(describeRun([failure], { ...nothing, undone })).toBe(
      `${what} Removed again: the volume "nim-my-model". Put back as it was: the secret "nim-api-key".`,
    );
  });

  it('says what could not be put back, and never to remove it', () => {
    const left = [leftOf(replaced(secret), errorOf('conflict', 'has been modified'), 'changed')];
    expect(describeRun([failure], { ...nothing, left })).toBe(
      `${what} Could not be put back: the secret "nim-api-key" (has been modified). Enter the project's key again, so that both of its Secrets hold the same.`,
    );
  });

  it('says that a Secret may hold the new key when nobody could find out', () => {
    const error = errorOf('unreachable', 'Failed to fetch');
    const left = [leftOf(replaced(secret), error, 'unknown')];
    expect(describeRun([{ verb: 'updated', object: secret, error }], { ...nothing, left })).toBe(
      `The secret "nim-api-key" could not be updated: the cluster did not answer (Failed to fetch). Try again. May hold the new key, since the cluster did not say: the secret "nim-api-key" (Failed to fetch). Enter the project's key again, so that both of its Secrets hold the same.`,
    );
  });
});
