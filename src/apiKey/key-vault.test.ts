import { afterEach, describe, expect, it } from 'vitest';
import {
  emptyVault,
  keepKey,
  keptKey,
  letKeyGo,
  rememberedVerdict,
  rememberVerdict,
} from './key-vault.ts';

describe('the vault', () => {
  afterEach(() => {
    emptyVault('nim-demo');
    emptyVault('fraud-detection');
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
    emptyVault('nim-demo');
    expect(keptKey('nim-demo')).toBeUndefined();
  });

  it.each(['fraud-detection', undefined])('does not forget it for the project %s', (project) => {
    keepKey('nim-demo', 'nvapi-one');
    emptyVault(project);
    expect(keptKey('nim-demo')).toBe('nvapi-one');
  });

  it('names a key by an id that says nothing of it, the same as long as it is open', () => {
    const ids = ['nvapi-one', 'nvapi-two', 'nvapi-one'].map((key) => keepKey('nim-demo', key));
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(ids[1]).not.toBe(ids[0]);
    expect(ids[2]).toBe(ids[0]);
    emptyVault('nim-demo');
    expect(keepKey('nim-demo', 'nvapi-one')).not.toBe(ids[0]);
  });

  it('lets a key go, and still knows what was said about it', () => {
    rememberVerdict('nim-demo', 'nvapi-one', { status: 'rejected' });
    keepKey('nim-demo', 'nvapi-one');
    letKeyGo('nim-demo');
    expect(keptKey('nim-demo')).toBeUndefined();
    expect(rememberedVerdict('nim-demo', 'nvapi-one')).toEqual({ status: 'rejected' });
  });

  it('knows nothing of a key for another project, nor of another key', () => {
    rememberVerdict('nim-demo', 'nvapi-one', { status: 'valid' });
    expect(rememberedVerdict('fraud-detection', 'nvapi-one')).toBeUndefined();
    expect(rememberedVerdict('nim-demo', 'nvapi-two')).toBeUndefined();
  });

  it('forgets what was said about keys once it is emptied', () => {
    rememberVerdict('nim-demo', 'nvapi-one', { status: 'valid' });
    emptyVault('nim-demo');
    expect(rememberedVerdict('nim-demo', 'nvapi-one')).toBeUndefined();
  });
});
