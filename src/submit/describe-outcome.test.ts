import { describe, expect, it } from 'vitest';
import type { ClusterErrorKind } from '../cluster/cluster-error.ts';
import type { KubernetesObject } from '../cluster/kubernetes.ts';
import { describeRefusal, describeRun, type RefusedWrite } from './describe-outcome.ts';
import { errorOf } from './memory-cluster.factory.ts';
import { nameObject } from './name-object.ts';
import type { UndoReport, WrittenObject } from './run-plan.ts';

const objectOf = (kind: string, name: string, apiVersion = 'v1'): KubernetesObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'nim-demo' },
});

const service = objectOf('InferenceService', 'my-model', 'serving.kserve.io/v1beta1');
const runtime = objectOf('ServingRuntime', 'my-model', 'serving.kserve.io/v1alpha1');
const volume = objectOf('PersistentVolumeClaim', 'nim-my-model');
const secret = objectOf('Secret', 'nim-api-key');

const refused = (
  kind: ClusterErrorKind,
  message: string,
  given: Partial<RefusedWrite> = {},
): RefusedWrite => ({ verb: 'created', object: volume, error: errorOf(kind, message), ...given });

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

const nothing: UndoReport = { undone: [], left: [] };

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
  it.each([
    [
      refused('forbidden', 'pvc is forbidden.'),
      'The volume "nim-my-model" could not be created: you do not have permission (pvc is forbidden). Ask an administrator of the project.',
    ],
    [
      refused('unauthorized', 'Unauthorized'),
      'The volume "nim-my-model" could not be created: your session has ended. Sign in again.',
    ],
    [
      refused('unreachable', 'Failed to fetch'),
      'The volume "nim-my-model" could not be created: the cluster did not answer (Failed to fetch). Try again.',
    ],
    [
      refused('invalid', 'spec.resources is required'),
      'The volume "nim-my-model" could not be created: spec.resources is required.',
    ],
    [
      refused('conflict', 'the object has been modified.', { verb: 'updated', object: service }),
      'The deployment "my-model" could not be updated: the object has been modified.',
    ],
  ])('says that nothing was changed, what failed, and why: %#', (write, sentence) => {
    expect(describeRefusal([write])).toBe(`Nothing was changed. ${sentence}`);
  });

  it.each([
    [service, 'The deployment "my-model" exists already. Choose another name.'],
    [runtime, 'The serving runtime "my-model" exists already. Choose another name.'],
    [volume, 'The volume "nim-my-model" exists already. Choose another name.'],
    [
      secret,
      'The secret "nim-api-key" exists already: the project has a key. Go back to "Model details" to use that one.',
    ],
    [
      objectOf('Secret', 'nim-api-key-my-model'),
      'The secret "nim-api-key-my-model" exists already. Choose another name.',
    ],
    [
      objectOf('Secret', 'ci-my-model-sa'),
      'The secret "ci-my-model-sa" exists already. Choose another name.',
    ],
  ])('says what to do about a name that is taken: %#', (object, sentence) => {
    expect(describeRefusal([refused('alreadyExists', 'exists', { object })])).toBe(
      `Nothing was changed. ${sentence}`,
    );
  });

  it('names everything that was refused', () => {
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
    expect(describeRun(failure, nothing)).toBe(`${what} Nothing was left behind.`);
  });

  it('says what was removed again', () => {
    const undone = [created(runtime), created(volume)];
    expect(describeRun(failure, { undone, left: [] })).toBe(
      `${what} Removed again: the serving runtime "my-model", the volume "nim-my-model".`,
    );
  });

  it('says what is left, why, and how to remove it', () => {
    const left = [
      { written: created(runtime), error: errorOf('forbidden', 'no delete.') },
      { written: created(secret), error: errorOf('unreachable', 'Failed to fetch') },
    ];
    expect(describeRun(failure, { undone: [created(volume)], left })).toBe(
      `${what} Removed again: the volume "nim-my-model". Could not be removed: the serving runtime "my-model" (no delete), the secret "nim-api-key" (Failed to fetch). Remove with: kubectl delete servingruntimes.serving.kserve.io my-model --namespace nim-demo; kubectl delete secrets nim-api-key --namespace nim-demo`,
    );
  });

  it('says that an object may be there when the answer to its creation was lost', () => {
    const lost = { ...failure, error: errorOf('unreachable', 'Failed to fetch') };
    const message = describeRun(lost, { undone: [], left: [] });
    expect(message).toContain('may be there');
    expect(message).toContain(`kubectl delete `);
    expect(message).not.toContain('Nothing was left behind');
  });

  it('does not say that nothing was left when nothing could be removed', () => {
    const left = [{ written: created(secret), error: errorOf('forbidden', 'no delete') }];
    expect(describeRun(failure, { undone: [], left })).toBe(
      `${what} Could not be removed: the secret "nim-api-key" (no delete). Remove with: kubectl delete secrets nim-api-key --namespace nim-demo`,
    );
  });

  it('says what was put back', () => {
    const undone = [created(volume), replaced(secret)];
    expect(describeRun(failure, { undone, left: [] })).toBe(
      `${what} Removed again: the volume "nim-my-model". Put back as it was: the secret "nim-api-key".`,
    );
  });

  it('says what could not be put back, and never to remove it', () => {
    const left = [{ written: replaced(secret), error: errorOf('conflict', 'has been modified') }];
    expect(describeRun(failure, { undone: [], left })).toBe(
      `${what} Could not be put back: the secret "nim-api-key" (has been modified). Enter the project's key again, so that both of its Secrets hold the same.`,
    );
  });

  it('says that a Secret may hold the new key when the answer was lost', () => {
    const error = errorOf('unreachable', 'Failed to fetch');
    expect(describeRun({ verb: 'updated', object: secret, error }, nothing)).toBe(
      `The cluster did not answer when the secret "nim-api-key" was updated (Failed to fetch), so it may hold the new key. Enter the project's key again, so that both of its Secrets hold the same.`,
    );
  });
});

describe("a refusal of a project's key", () => {
  it.each([
    [
      'conflict',
      "somebody has changed the project's key meanwhile. Look at it again before you replace it.",
    ],
    ['notFound', "somebody has removed it meanwhile. Look at the project's key again."],
    [
      'invalid',
      'it holds no key that could be replaced. Remove it with: kubectl delete secrets nim-api-key --namespace nim-demo.',
    ],
    [
      'forbidden',
      'you do not have permission (says the cluster). Ask an administrator of the project.',
    ],
  ] as const)('says what to do: %s', (kind, words) => {
    const write = refused(kind, 'says the cluster', { verb: 'updated', object: secret });
    expect(describeRefusal([write])).toBe(
      `Nothing was changed. The secret "nim-api-key" could not be updated: ${words}`,
    );
  });
});
