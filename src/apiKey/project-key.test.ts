import { describe, expect, it } from 'vitest';
import { recordWith, storedPair } from './key-secrets.factory.ts';
import { findProjectKey, pairToReplace, REPLACING_ANNOTATION } from './project-key.ts';

const { apiKey, imagePull } = storedPair();
const names = { apiKey: 'nim-api-key', imagePull: 'nim-image-pull' };
const older = [{ name: 'nvidia-nim-secrets' }, { name: 'ngc-secret' }];

describe("a project's key", () => {
  it('is absent among the Secrets of others', () => {
    expect(findProjectKey([{ name: 'nim-api-key-my-model' }])).toEqual({ kind: 'absent' });
  });

  it('is stored in two Secrets, with what is known of it', () => {
    expect(findProjectKey([{ name: 'other' }, imagePull, apiKey])).toEqual({
      kind: 'stored',
      source: 'project',
      names,
      pair: { apiKey, imagePull },
      record: recordWith(),
      isUnfinished: false,
    });
  });

  it('is used, too, when nothing is known of it', () => {
    expect(findProjectKey([{ name: 'nim-api-key' }, { name: 'nim-image-pull' }])).toEqual({
      kind: 'stored',
      source: 'project',
      names,
      pair: { apiKey: { name: 'nim-api-key' }, imagePull: { name: 'nim-image-pull' } },
      isUnfinished: false,
    });
  });

  it.each([
    ['nim-image-pull', { apiKey }],
    ['nim-api-key', { imagePull }],
  ])('is broken without %s', (missing, pair) => {
    expect(findProjectKey(Object.values(pair))).toEqual({ kind: 'broken', names, pair, missing });
  });

  it('is broken when the two Secrets are of different keys', () => {
    const other = storedPair(recordWith({ id: 'id-of-another' })).imagePull;
    const pair = { apiKey, imagePull: other };
    expect(findProjectKey([apiKey, other])).toEqual({ kind: 'broken', names, pair });
  });

  it('is broken when only one of the two is known to be ours', () => {
    expect(findProjectKey([apiKey, { name: 'nim-image-pull' }])).toMatchObject({ kind: 'broken' });
  });

  it.each(['apiKey', 'imagePull'] as const)(
    'says when a replacement was not brought to its end: %s',
    (part) => {
      const pair = storedPair();
      pair[part].annotations = { ...pair[part].annotations, [REPLACING_ANNOTATION]: 'true' };
      expect(findProjectKey(Object.values(pair))).toMatchObject({ isUnfinished: true });
    },
  );

  it("is that of the dashboard's older integration where there is none of ours", () => {
    expect(findProjectKey(older)).toMatchObject({
      kind: 'stored',
      source: 'older',
      names: { apiKey: 'nvidia-nim-secrets', imagePull: 'ngc-secret' },
    });
    expect(findProjectKey([...older, apiKey, imagePull])).toMatchObject({ source: 'project' });
  });

  it.each(older)('is not half of what the older integration had: %o', (half) => {
    expect(findProjectKey([half])).toEqual({ kind: 'absent' });
  });
});

describe('the Secrets that another key is written over', () => {
  it.each([
    ['none for the first', [], {}],
    ['both of a stored one', [apiKey, imagePull], { apiKey, imagePull }],
    ['the one that is left of a broken one', [imagePull], { imagePull }],
    ["not those of the dashboard's older integration", older, {}],
  ])('are %s', (_which, secrets, pair) => {
    expect(pairToReplace(findProjectKey(secrets))).toEqual(pair);
  });
});
