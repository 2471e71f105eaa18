import { describe, expect, it } from 'vitest';
import { checkTokens } from './tokens.ts';

const token = (displayName: string, name: string) => ({ displayName, name });

describe('the tokens of a deployment', () => {
  it('are fine where each has a name of its own', () => {
    expect(checkTokens([token('CI', 'ci'), token('CI 2', 'ci-2')])).toEqual([]);
  });

  it('are one where their names differ in nothing that a name may hold', () => {
    const tokens = [
      token('CI', 'ci'),
      token('a b', 'a-b'),
      token('ci', 'ci'),
      token('a-b', 'a-b'),
      token('Ci!', 'ci'),
    ];
    expect(checkTokens(tokens)).toMatchObject([
      {
        field: 'tokens',
        severity: 'stops',
        title: 'The tokens "CI", "ci", and "Ci!" get the same name',
        body: 'Each token has a secret that is named after it, and these would be one: "ci". Give all but one of them another name.',
      },
      { title: 'The tokens "a b" and "a-b" get the same name' },
    ]);
  });
});
