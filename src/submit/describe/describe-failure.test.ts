import { describe, expect, it } from 'vitest';
import type { ClusterError, ClusterErrorKind } from '../../cluster/cluster-error.ts';
import { errorOf } from '../run/memory-cluster.factory.ts';
import { nameWithReason } from './cluster-words.ts';
import { describeFailure, type FailedRequest } from './describe-failure.ts';

const objectOf = (kind: string, name: string) => ({
  apiVersion: 'v1',
  kind,
  metadata: { name, namespace: 'nim-demo' },
});

const volume = objectOf('PersistentVolumeClaim', 'nim-llama');
const key = objectOf('Secret', 'nim-api-key');

const described = (
  kind: ClusterErrorKind,
  message: string,
  given: Partial<FailedRequest> = {},
): string =>
  describeFailure({ verb: 'created', object: volume, error: errorOf(kind, message), ...given });

const CREATED = 'The volume "nim-llama" could not be created: ';
const UPDATED = 'The volume "nim-llama" could not be updated: ';
const NO = 'says the cluster.';

describe('what failed, why, and what to do', () => {
  it.each<[ClusterErrorKind, FailedRequest['verb'], string]>([
    ['unauthorized', 'created', 'your session has ended. Sign in again.'],
    ['unreachable', 'created', 'the cluster did not answer (says the cluster). Try again.'],
    ['invalid', 'created', 'says the cluster.'],
    ['other', 'created', 'says the cluster.'],
    ['notFound', 'created', 'says the cluster.'],
    ['notFound', 'updated', 'somebody has removed it meanwhile.'],
    ['notFound', 'removed', 'somebody has removed it meanwhile.'],
    ['conflict', 'created', 'says the cluster. Try again.'],
    ['conflict', 'updated', 'somebody has changed it meanwhile. Look at it again.'],
    ['conflict', 'removed', 'somebody has changed it meanwhile. Look at it again.'],
    ['conflict', 'restarted', 'somebody has changed it meanwhile. Try again.'],
  ])('is said of "%s" for an object that was to be %s', (kind, verb, why) => {
    expect(described(kind, NO, { verb })).toBe(
      `The volume "nim-llama" could not be ${verb}: ${why}`,
    );
  });

  // Each as a real API server says it.
  it.each([
    [
      'secrets is forbidden: User "vic" cannot create resource "secrets" in API group "" in the namespace "nim-demo"',
      /^you do not have permission \(secrets is forbidden: .*\)\. Ask an administrator of the project\.$/,
    ],
    [
      'persistentvolumeclaims "a" is forbidden: exceeded quota: none, requested: persistentvolumeclaims=1, used: persistentvolumeclaims=0, limited: persistentvolumeclaims=0',
      /^the project's quota does not allow it \(/,
    ],
    [
      'persistentvolumeclaims "a" is forbidden: maximum storage usage per PersistentVolumeClaim is 10Gi, but request is 50Gi',
      /^the project's limits do not allow it \(/,
    ],
    [
      'secrets "a" is forbidden: unable to create new content in namespace nim-demo because it is being terminated',
      /^the project is being deleted \(/,
    ],
  ])('is not always a permission where something was forbidden: %#', (message, why) => {
    expect(described('forbidden', message).replace(CREATED, '')).toMatch(why);
  });

  it.each(['forbidden', 'invalid', 'other', 'conflict'] as const)(
    'is the word of a webhook, whatever code it chose: %s',
    (kind) => {
      expect(
        described(
          kind,
          'admission webhook "judge.example.com" denied the request: no models on Mondays.',
        ),
      ).toBe(
        `${CREATED}the cluster's own check "judge.example.com" refused it: no models on Mondays.`,
      );
    },
  );

  it.each([
    [429, 'too many requests. Try again in a moment.'],
    [503, 'too many requests. Try again in a moment.'],
    [504, 'the cluster did not answer (too many requests). Try again.'],
    [400, 'too many requests.'],
  ])('is to try again where that may help: %i', (code, why) => {
    const error: ClusterError = { ...errorOf('other', 'too many requests'), code };
    expect(described('other', '', { error })).toBe(`${CREATED}${why}`);
  });

  it.each([
    ['exists already. Choose another name.', volume, 'persistentvolumeclaims already exists'],
    [
      'is still being deleted. Try again in a moment.',
      volume,
      'object is being deleted: persistentvolumeclaims "nim-llama" already exists',
    ],
    [
      'exists already: the project has a key. Go back to "Model details" to use that one.',
      key,
      'secrets "nim-api-key" already exists',
    ],
    [
      'exists already. Choose another name.',
      objectOf('Secret', 'nim-api-key-llama'),
      'secrets already exists',
    ],
  ])('is said of a name that is taken: %s', (why, object, message) => {
    expect(described('alreadyExists', message, { object })).toContain(`" ${why}`);
  });

  it('is each wrong field, and not the name once more', () => {
    const causes = [
      { field: 'spec.resources[storage]', message: 'Required value', reason: 'FieldValueRequired' },
      { field: 'metadata.name', message: 'Invalid value: "A"', reason: 'FieldValueInvalid' },
    ];
    const words = 'PersistentVolumeClaim "nim-llama" is invalid: [and so on]';
    const error = (given: object[]): ClusterError => ({
      ...errorOf('invalid', words),
      status: { code: 422, message: words, details: { causes: given } },
    });
    expect(described('invalid', '', { error: error(causes) })).toBe(
      `${CREATED}spec.resources[storage]: Required value; metadata.name: Invalid value: "A".`,
    );
    expect(described('invalid', '', { error: error([...causes, { reason: 'Other' }]) })).toBe(
      `${CREATED}${words}.`,
    );
  });
});

describe("a failure at a project's key", () => {
  it.each<[ClusterErrorKind, FailedRequest['verb'], string]>([
    ['conflict', 'updated', "somebody has changed the project's key meanwhile. Look at it again."],
    ['notFound', 'updated', "somebody has removed it meanwhile. Look at the project's key again."],
    [
      'invalid',
      'updated',
      "it holds no key that could be replaced. Remove it in the project's settings.",
    ],
    ['invalid', 'created', 'says the cluster.'],
    ['conflict', 'removed', "somebody has changed the project's key meanwhile. Look at it again."],
  ])('says what to do: "%s", %s', (kind, verb, why) => {
    expect(described(kind, NO, { verb, object: key })).toBe(
      `The secret "nim-api-key" could not be ${verb}: ${why}`,
    );
  });
});

describe('a failure of which nobody knows whether it is one', () => {
  it.each(['updated', 'removed', 'restarted'] as const)('says so: %s', (verb) => {
    expect(described('unreachable', NO, { verb, isDoubtful: true })).toBe(
      `The cluster did not answer when the volume "nim-llama" was ${verb} (says the cluster), so it may be.`,
    );
  });

  it('is known for one when the cluster refused it', () => {
    expect(described('invalid', NO, { verb: 'updated', isDoubtful: true })).toBe(`${UPDATED}${NO}`);
  });
});

it('speaks of an object as the page does', () => {
  expect(described('unauthorized', NO, { name: 'Chat', verb: 'restarted' })).toMatch(
    /^Chat could not be restarted: /,
  );
});

it('an object in a list has its reason beside it', () => {
  expect(nameWithReason({ object: volume, error: errorOf('forbidden', 'no delete.') })).toBe(
    'the volume "nim-llama" (no delete)',
  );
});
