import { describe, expect, it } from 'vitest';
import { keyVerdictSchema, verifyRequestSchema } from './key-verdict.ts';

describe('a request to verify a key', () => {
  it('names a project and a key', () => {
    const request = { project: 'nim-demo', key: 'nvapi-some' };
    expect(verifyRequestSchema.parse(request)).toEqual(request);
  });

  it.each([
    ['a project that is no namespace', { project: 'Nim Demo', key: 'nvapi-some' }],
    ['a project that leaves its place in a path', { project: '../secrets', key: 'nvapi-some' }],
    ['a project with too long a name', { project: 'a'.repeat(64), key: 'nvapi-some' }],
    ['no project', { key: 'nvapi-some' }],
    ['an empty key', { project: 'nim-demo', key: '' }],
    ['a key that is too long', { project: 'nim-demo', key: 'k'.repeat(2049) }],
    ['anything else besides', { project: 'nim-demo', key: 'nvapi-some', url: 'https://x.example' }],
  ])('is refused with %s', (_what, request) => {
    expect(verifyRequestSchema.safeParse(request).success).toBe(false);
  });
});

describe('a verdict', () => {
  it.each([{ status: 'valid' }, { status: 'rejected' }, { status: 'unknown', reason: 'timeout' }])(
    'is %o',
    (verdict) => {
      expect(keyVerdictSchema.parse(verdict)).toEqual(verdict);
    },
  );

  it.each([
    { status: 'invalid' },
    { status: 'unknown' },
    { status: 'unknown', reason: 'tired' },
    {},
  ])('is not %o', (answer) => {
    expect(keyVerdictSchema.safeParse(answer).success).toBe(false);
  });
});
