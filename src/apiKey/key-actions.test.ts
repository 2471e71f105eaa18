import { describe, expect, it } from 'vitest';
import { keyActions } from './key-actions.ts';
import type { KeyRights } from './key-rights.ts';
import { storedPair } from './key-secrets.factory.ts';
import { keySecretNames, OLDER_SECRETS } from './key-secrets.ts';
import type { ProjectKey } from './project-key.ts';

const all: KeyRights = { create: true, get: true, patch: true, delete: true };
const nothing: KeyRights = { create: false, get: false, patch: false, delete: false };
const names = keySecretNames('project', '');
const pair = storedPair();

const absent: ProjectKey = { kind: 'absent' };
const stored: ProjectKey = { kind: 'stored', source: 'project', names, pair, isUnfinished: false };
const unfinished: ProjectKey = { ...stored, isUnfinished: true };
const older: ProjectKey = { ...stored, source: 'older', names: OLDER_SECRETS };
const broken: ProjectKey = { kind: 'broken', names, pair: { apiKey: pair.apiKey } };

const actionsFor = (
  key: ProjectKey,
  given: Partial<Omit<Parameters<typeof keyActions>[0], 'key'>> = {},
) => keyActions({ key, rights: all, scope: 'project', skipsVerification: false, ...given });

describe('what may be done with a key', () => {
  it.each([
    ['none', absent, ['add']],
    ['a stored one', stored, ['verify', 'replace', 'remove']],
    ['an unfinished one', unfinished, ['tidyUp', 'verify', 'replace', 'remove']],
    ['that of the older integration', older, ['verify']],
    ['a broken one', broken, ['mend', 'remove']],
  ])('by somebody who may do everything, with %s', (_which, key, actions) => {
    expect(actionsFor(key)).toEqual(actions);
  });

  it.each([absent, stored, unfinished, older, broken])(
    'by somebody who only looks at it is nothing: $kind',
    (key) => {
      expect(actionsFor(key, { rights: nothing })).toEqual([]);
    },
  );

  it.each([
    ['create', ['verify', 'remove']],
    ['get', ['replace', 'remove']],
    ['patch', ['remove']],
    ['delete', ['verify', 'replace']],
  ] as const)('without the right to %s is less', (right, actions) => {
    expect(actionsFor(stored, { rights: { ...all, [right]: false } })).toEqual(actions);
  });

  it('is not to verify it where the administrator switched that off', () => {
    expect(actionsFor(stored, { skipsVerification: true })).toEqual(['replace', 'remove']);
  });

  it('is not to add one to a project whose deployments have their own', () => {
    expect(actionsFor(absent, { scope: 'deployment' })).toEqual([]);
  });
});
