import { describe, expect, it } from 'vitest';
import { storedPair } from '../apiKey/key-secrets.factory.ts';
import { findProjectKey } from '../apiKey/project-key.ts';
import type { KeyUser } from '../bundle/key-users.ts';
import { describeRemoval, mustBeConfirmed } from './describe-removal.ts';

const { apiKey, imagePull } = storedPair();
const key = findProjectKey([apiKey, imagePull]);

const user = (displayName: string): KeyUser => ({
  name: displayName.toLowerCase(),
  displayName,
  service: {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: { name: displayName.toLowerCase() },
    spec: { predictor: {} },
  },
});

const nobody = { data: [], error: null };
const somebody = { data: [user('Chat'), user('RAG')], error: null };
const notYetKnown = { data: undefined, error: null };
const notKnown = {
  data: undefined,
  error: new Error('The cluster did not answer.'),
};

describe('a removal', () => {
  it.each([
    ['no deployment', nobody, false],
    ['deployments', somebody, true],
    ['what is not known yet', notYetKnown, true],
    ['what nobody can tell', notKnown, true],
  ])('with %s has to be confirmed by name: %s', (_what, users, expected) => {
    expect(mustBeConfirmed(users)).toBe(expected);
  });

  it('names what goes and what breaks', () => {
    expect(describeRemoval(key, somebody)).toBe(
      'The Secrets nim-api-key and nim-image-pull go, and cannot be brought back. Nothing else is removed. Chat and RAG would break: what runs goes on, but cannot start again without the key.',
    );
  });

  it('names the one Secret that is left of a key', () => {
    expect(describeRemoval(findProjectKey([imagePull]), nobody)).toBe(
      'The Secret nim-image-pull goes, and cannot be brought back. Nothing else is removed. No deployment uses the key.',
    );
  });

  it.each([
    [notYetKnown, 'Looking for the deployments that would break.'],
    [notKnown, 'Which deployments would break is not known. The cluster did not answer.'],
  ])('does not say that nothing breaks while nobody knows', (users, words) => {
    expect(describeRemoval(key, users)).toContain(words);
  });
});
