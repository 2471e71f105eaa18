import { describe, expect, it } from 'vitest';
import { rightQuestions, rightsFrom } from './key-rights.ts';

const names = { apiKey: 'nim-api-key', imagePull: 'nim-image-pull' };

describe('what the cluster is asked about a person and a key', () => {
  it('is about the two Secrets by name, which a role may allow alone', () => {
    const asked = rightQuestions('nim-demo', names).map(({ verb, name }) => [verb, name]);
    expect(asked).toEqual([
      ['create', undefined],
      ['get', 'nim-api-key'],
      ['patch', 'nim-api-key'],
      ['patch', 'nim-image-pull'],
      ['delete', 'nim-api-key'],
      ['delete', 'nim-image-pull'],
    ]);
  });

  it('is about Secrets of this namespace only', () => {
    const where = rightQuestions('nim-demo', names).map(({ resource, namespace }) =>
      [resource, namespace].join(' '),
    );
    expect(new Set(where)).toEqual(new Set(['secrets nim-demo']));
  });
});

describe('a right', () => {
  it('is there when it was granted for both Secrets', () => {
    expect(
      rightsFrom([
        { right: 'create', isAllowed: true },
        { right: 'get', isAllowed: true },
        { right: 'patch', isAllowed: true },
        { right: 'patch', isAllowed: false },
        { right: 'delete', isAllowed: true },
        { right: 'delete', isAllowed: true },
      ]),
    ).toEqual({ create: true, get: true, patch: false, delete: true });
  });

  it('is not there when nobody asked', () => {
    expect(rightsFrom([])).toEqual({ create: false, get: false, patch: false, delete: false });
  });
});
