import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testKeys } from './test-keys.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/development.md'), 'utf8');

describe('the table of test keys in docs/development.md', () => {
  it.each(Object.values(testKeys))('has $name with what it means', ({ key, meaning }) => {
    const row = page.split('\n').find((line) => line.includes(key));
    expect(row).toContain(meaning);
  });
});
