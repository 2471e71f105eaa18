import { describe, expect, it } from 'vitest';
import { keyVerdictSchema, unknownReasons, verifyRequestSchema } from './key-verdict.ts';

describe('a request to verify a key', () => {
  it.each([
    { project: 'nim-demo', key: 'nvapi-some' },
    { project: 'nim-demo', use: 'project' },
    { project: 'nim-demo', use: 'older' },
  ])('names a project and either a key or which stored one is meant: %o', (request) => {
    expect(verifyRequestSchema.parse(request)).toEqual(request);
  });

  it.each([
    ['a project that is no namespace', { project: 'Nim Demo', key: 'nvapi-some' }],
    ['a project that leaves its place in a path', { project: '../secrets', key: 'nvapi-some' }],
    ['a project with too long a name', { project: 'a'.repeat(64), key: 'nvapi-some' }],
    ['no project', { key: 'nvapi-some' }],
    ['an empty key', { project: 'nim-demo', key: '' }],
    ['a key that is too long', { project: 'nim-demo', key: 'k'.repeat(2049) }],
    ['both a key and a stored one', { project: 'nim-demo', key: 'nvapi-some', use: 'project' }],
    ['neither', { project: 'nim-demo' }],
    ["a Secret's name as the use", { project: 'nim-demo', use: 'nvidia-nim-secrets' }],
    ["a Secret's name besides", { project: 'nim-demo', use: 'project', secret: 'other' }],
    ['a stored key of what is no namespace', { project: '../secrets', use: 'project' }],
    ['anything else besides', { project: 'nim-demo', key: 'nvapi-some', url: 'https://x.example' }],
  ])('is refused with %s', (_what, request) => {
    expect(verifyRequestSchema.safeParse(request).success).toBe(false);
  });
});

describe('a verdict', () => {
  it.each([
    { status: 'valid' },
    { status: 'rejected' },
    { status: 'cannot-be-checked' },
    ...unknownReasons.map((reason) => ({ status: 'unknown', reason })),
  ])('is %o', (verdict) => {
    expect(keyVerdictSchema.parse(verdict)).toEqual(verdict);
  });

  it.each([
    { status: 'invalid' },
    { status: 'unknown' },
    { status: 'unknown', reason: 'tired' },
    {},
  ])('is not %o', (answer) => {
    expect(keyVerdictSchema.safeParse(answer).success).toBe(false);
  });
});
