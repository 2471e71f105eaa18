import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyVault, keepKey, keptKey, knownKey, letKeyGo } from './key-vault.ts';

describe('the vault', () => {
  beforeEach(() => vi.stubGlobal('isSecureContext', true));

  afterEach(() => {
    emptyVault('nim-demo');
    emptyVault('fraud-detection');
    vi.unstubAllGlobals();
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

  it('knows a key by an id that says nothing of it, the same as long as it is open', async () => {
    const { id } = await knownKey('nim-demo', 'nvapi-one');
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(await knownKey('nim-demo', 'nvapi-two')).not.toEqual({ id });
    expect(await knownKey('nim-demo', 'nvapi-one')).toEqual({ id });
    emptyVault('nim-demo');
    expect(await knownKey('nim-demo', 'nvapi-one')).not.toEqual({ id });
  });

  it('lets a key go, and still knows what was said about it', async () => {
    (await knownKey('nim-demo', 'nvapi-one')).verdict = { status: 'rejected' };
    keepKey('nim-demo', 'nvapi-one');
    letKeyGo('nim-demo');
    expect(keptKey('nim-demo')).toBeUndefined();
    expect(await knownKey('nim-demo', 'nvapi-one')).toMatchObject({
      verdict: { status: 'rejected' },
    });
  });

  it('knows nothing of a key for another project', async () => {
    (await knownKey('nim-demo', 'nvapi-one')).verdict = { status: 'valid' };
    expect(await knownKey('fraud-detection', 'nvapi-one')).not.toHaveProperty('verdict');
  });

  it('forgets what was said about keys once it is emptied', async () => {
    (await knownKey('nim-demo', 'nvapi-one')).verdict = { status: 'valid' };
    emptyVault('nim-demo');
    expect(await knownKey('nim-demo', 'nvapi-one')).not.toHaveProperty('verdict');
  });

  it('knows no key again outside of a secure context, where browsers make no fingerprints', async () => {
    vi.stubGlobal('isSecureContext', false);
    (await knownKey('nim-demo', 'nvapi-one')).verdict = { status: 'valid' };
    expect(await knownKey('nim-demo', 'nvapi-one')).not.toHaveProperty('verdict');
  });
});
