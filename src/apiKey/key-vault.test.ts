import { afterEach, describe, expect, it } from 'vitest';
import { forgetKey, keepKey, keptKey } from './key-vault.ts';

describe('the vault', () => {
  afterEach(() => {
    forgetKey('nim-demo');
    forgetKey('fraud-detection');
  });

  it('holds nothing at first', () => {
    expect(keptKey('nim-demo')).toBeUndefined();
  });

  it('gives a key back to the project that it was kept for', () => {
    keepKey('nim-demo', 'nvapi-one');
    expect(keptKey('nim-demo')).toBe('nvapi-one');
  });

  it('gives it to no other project', () => {
    keepKey('nim-demo', 'nvapi-one');
    expect(keptKey('fraud-detection')).toBeUndefined();
  });

  it('holds one key at a time', () => {
    keepKey('nim-demo', 'nvapi-one');
    keepKey('fraud-detection', 'nvapi-two');
    expect([keptKey('nim-demo'), keptKey('fraud-detection')]).toEqual([undefined, 'nvapi-two']);
  });

  it('forgets a key', () => {
    keepKey('nim-demo', 'nvapi-one');
    forgetKey('nim-demo');
    expect(keptKey('nim-demo')).toBeUndefined();
  });

  it.each(['fraud-detection', undefined])('does not forget it for the project %s', (project) => {
    keepKey('nim-demo', 'nvapi-one');
    forgetKey(project);
    expect(keptKey('nim-demo')).toBe('nvapi-one');
  });
});
