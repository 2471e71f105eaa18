import { describe, expect, it } from 'vitest';
import { unknownReasons } from './key-verdict.ts';
import { pullRequestSchema, pullVerdictSchema } from './pull-verdict.ts';

const entered = { project: 'nim-demo', image: 'nvcr.io/nim/meta/llama:1.8.5', key: 'nvapi-some' };
const stored = { project: 'nim-demo', image: 'nvcr.io/nim/meta/llama:1.8.5', use: 'project' };

describe('a question about a pull', () => {
  it.each([entered, stored, { ...stored, use: 'older' }])('is %o', (question) => {
    expect(pullRequestSchema.parse(question)).toEqual(question);
  });

  it.each([
    ['both a key and the stored one', { ...entered, use: 'project' }],
    ['neither', { project: 'nim-demo', image: entered.image }],
    ['a use that is none', { ...stored, use: 'deployment' }],
    ["a Secret's name as the use", { ...stored, use: 'nvidia-nim-secrets' }],
    ['no image', { project: 'nim-demo', key: 'nvapi-some' }],
    ['an image that is no text', { ...entered, image: 7 }],
    ['too long an image', { ...entered, image: 'a'.repeat(513) }],
    ['a project that leaves its place in a path', { ...stored, project: '../x' }],
    ['an address besides', { ...stored, registry: 'https://elsewhere.example' }],
    ["a Secret's name besides", { ...stored, secret: 'other' }],
  ])('is refused with %s', (_what, question) => {
    expect(pullRequestSchema.safeParse(question).success).toBe(false);
  });
});

describe('a verdict about a pull', () => {
  it.each([
    { status: 'can-pull' },
    { status: 'not-entitled' },
    { status: 'no-such-tag' },
    { status: 'region-restricted' },
    { status: 'cannot-be-checked' },
    ...unknownReasons.map((reason) => ({ status: 'unknown', reason })),
  ])('is %o', (verdict) => {
    expect(pullVerdictSchema.parse(verdict)).toEqual(verdict);
  });

  it.each([{ status: 'valid' }, { status: 'unknown' }, { status: 'unknown', reason: 'tired' }, {}])(
    'is not %o',
    (answer) => {
      expect(pullVerdictSchema.safeParse(answer).success).toBe(false);
    },
  );
});
