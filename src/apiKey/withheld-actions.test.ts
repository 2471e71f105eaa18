import { describe, expect, it } from 'vitest';
import type { KeyRights } from './key-rights.ts';
import { storedPair } from './key-secrets.factory.ts';
import { keySecretNames, OLDER_SECRETS } from './key-secrets.ts';
import type { ProjectKey } from './project-key.ts';
import { withheldActions } from './withheld-actions.ts';

const all: KeyRights = { create: true, get: true, patch: true, delete: true };
const nothing: KeyRights = { create: false, get: false, patch: false, delete: false };

const absent: ProjectKey = { kind: 'absent' };
const stored: ProjectKey = {
  kind: 'stored',
  source: 'project',
  names: keySecretNames('project', ''),
  pair: storedPair(),
  isUnfinished: false,
};
const older: ProjectKey = { ...stored, source: 'older', names: OLDER_SECRETS };

const withheld = (
  key: ProjectKey,
  rights: KeyRights,
  given: Partial<Parameters<typeof withheldActions>[0]> = {},
) => withheldActions({ key, rights, scope: 'project', skipsVerification: false, ...given });

describe('what is withheld from a person', () => {
  it.each([absent, stored, older])('is nothing where all rights are there: $kind', (key) => {
    expect(withheld(key, all)).toEqual({ actions: [], rights: [] });
  });

  it('is everything from somebody who may only look', () => {
    expect(withheld(stored, nothing)).toEqual({
      actions: ['verify', 'replace', 'remove'],
      rights: ['get', 'create', 'patch', 'delete'],
    });
  });

  it('is to add a key from somebody who may not create one, whatever else is missing', () => {
    expect(withheld(absent, nothing)).toEqual({ actions: ['add'], rights: ['create'] });
  });

  it('is what one missing right stands in the way of', () => {
    expect(withheld(stored, { ...all, get: false })).toEqual({
      actions: ['verify'],
      rights: ['get'],
    });
  });

  it("is no more than to verify a key of the older integration's", () => {
    expect(withheld(older, nothing)).toEqual({ actions: ['verify'], rights: ['get'] });
  });

  it('is nothing where nobody can do anything', () => {
    expect(withheld(absent, nothing, { scope: 'deployment' })).toEqual({ actions: [], rights: [] });
    expect(withheld(older, nothing, { skipsVerification: true })).toEqual({
      actions: [],
      rights: [],
    });
  });
});
