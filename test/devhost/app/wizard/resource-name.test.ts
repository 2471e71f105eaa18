import { describe, expect, it } from 'vitest';
import { resourceNameFault, resourceNameOf } from './resource-name.ts';

describe('resourceNameOf', () => {
  it.each([
    ['My first model', 'my-first-model'],
    ['  Llama 3.1 -- 8B! ', 'llama-31-8b'],
    ['-edge-', 'edge'],
    ['A name that is a good deal longer than thirty', 'a-name-that-is-a-good-deal-lon'],
    ['日本語', ''],
  ])('makes of %j %j', (displayName, name) => {
    expect(resourceNameOf(displayName)).toBe(name);
  });
});

describe('resourceNameFault', () => {
  it.each(['llama', 'a', 'llama-3'])('accepts %j', (name) => {
    expect(resourceNameFault(name, 'nim-demo')).toBeUndefined();
  });

  it.each(['', '3-llama', 'Llama', 'llama-', 'llama.3'])('refuses %j', (name) => {
    expect(resourceNameFault(name)).toContain('Must start with a lowercase letter');
  });

  it('refuses a name that makes a route of more than 63 characters with the project', () => {
    const longest = 'a'.repeat(63 - 1 - 'nim-demo'.length);
    expect(resourceNameFault(longest, 'nim-demo')).toBeUndefined();
    expect(resourceNameFault(`${longest}a`, 'nim-demo')).toContain('cannot exceed 63');
  });
});
