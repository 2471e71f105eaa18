import { describe, expect, it } from 'vitest';
import { keyReferenceSchema, usableKeySchema } from './key-reference.ts';

describe('a reference to a key', () => {
  it.each([
    {
      kind: 'entered',
      project: 'nim-demo',
      lastFour: 'WXYZ',
      verifiedAt: '2026-08-22T12:00:00.000Z',
    },
    { kind: 'entered', project: 'nim-demo', lastFour: 'WXYZ' },
    { kind: 'stored', project: 'nim-demo' },
    { kind: 'not-needed' },
  ])('lets the wizard go on: %o', (reference) => {
    expect(usableKeySchema.safeParse(reference).success).toBe(true);
  });

  it.each([{ kind: 'none' }, undefined, { kind: 'entered', project: 'nim-demo' }])(
    'holds the wizard back: %o',
    (reference) => {
      expect(usableKeySchema.safeParse(reference).success).toBe(false);
    },
  );

  it('has no place for the key itself', () => {
    const sly = { kind: 'entered', project: 'nim-demo', lastFour: 'WXYZ', key: 'nvapi-secret' };
    expect(keyReferenceSchema.parse(sly)).not.toHaveProperty('key');
  });
});
