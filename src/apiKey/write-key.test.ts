import { array, assert, integer, property } from 'fast-check';
import jsonPatch, { type Operation } from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import type { JsonPatch } from '../cluster/json-patch.ts';
import type { Secret } from '../cluster/kubernetes.ts';
import { recordWith } from './key-secrets.factory.ts';
import { keySecretNames, keySecrets } from './key-secrets.ts';
import { findProjectKey, type KeySecretPair } from './project-key.ts';
import { type KeySecretWrite, keyWrites } from './write-key.ts';

const names = keySecretNames('project', '');
const project = 'nim-demo';

const secretsOf = (key: string, record = recordWith()): Secret[] =>
  Object.values(keySecrets({ project, names, stored: { key, record } }));

const pairOf = ([apiKey, imagePull]: Secret[]): KeySecretPair => ({
  ...(apiKey ? { apiKey: apiKey.metadata } : {}),
  ...(imagePull ? { imagePull: imagePull.metadata } : {}),
});

const writesOver = (before: Secret[], key: string): KeySecretWrite[] =>
  keyWrites({
    project,
    names,
    stored: { key, record: recordWith({ id: 'new' }) },
    existing: pairOf(before),
  });

const patched = (secret: Secret | undefined, patch: JsonPatch | undefined): Secret =>
  jsonPatch.applyPatch(structuredClone(secret), (patch ?? []) as Operation[], true)
    .newDocument as Secret;

const apply = (before: Secret[], writes: KeySecretWrite[]): Secret[] =>
  writes.map(({ replacement }, index) => patched(before[index], replacement?.apply));

/** Keys of any visible characters. */
const someKey = array(integer({ min: 0x21, max: 0x7e }), { minLength: 20, maxLength: 80 }).map(
  (codes) => `nvapi-${String.fromCharCode(...codes)}`,
);

describe('writing a key', () => {
  it('creates both Secrets where there are none', () => {
    expect(writesOver([], 'nvapi-new')).toEqual(
      secretsOf('nvapi-new', recordWith({ id: 'new' })).map((secret) => ({ secret })),
    );
  });

  it('replaces the half that is there, and creates the other', () => {
    const [apiKey] = secretsOf('nvapi-old');
    const writes = writesOver(apiKey ? [apiKey] : [], 'nvapi-new');
    expect(writes.map(({ replacement }) => replacement?.before)).toEqual([
      apiKey?.metadata,
      undefined,
    ]);
  });

  it('leaves, when all is done, the Secrets as if they had been created with the new key', () => {
    assert(
      property(someKey, someKey, (old, next) => {
        const before = secretsOf(old);
        const writes = writesOver(before, next);
        const after = apply(before, writes).map((secret, index) =>
          patched(secret, writes[index]?.replacement?.tidy),
        );
        expect(after).toEqual(secretsOf(next, recordWith({ id: 'new' })));
      }),
    );
  });

  it('puts back exactly what was there, without ever knowing it', () => {
    assert(
      property(someKey, someKey, (old, next) => {
        const before = secretsOf(old);
        const writes = writesOver(before, next);
        expect(JSON.stringify(writes)).not.toContain(btoa(old));
        const after = apply(before, writes).map((secret, index) =>
          patched(secret, writes[index]?.replacement?.undo),
        );
        expect(after).toEqual(before);
      }),
    );
  });

  it('marks the Secrets as long as they hold the previous key', () => {
    const before = secretsOf('nvapi-old');
    const between = apply(before, writesOver(before, 'nvapi-new'));
    expect(findProjectKey(between.map(({ metadata }) => metadata))).toMatchObject({
      kind: 'stored',
      isUnfinished: true,
    });
    expect(between.flatMap(({ data }) => Object.keys(data ?? {}))).toEqual([
      'api_key',
      'previous.NGC_API_KEY',
      'NGC_API_KEY',
      'previous.dockerconfigjson',
      '.dockerconfigjson',
    ]);
  });

  it('makes both agree again when only one was replaced', () => {
    const before = secretsOf('nvapi-old');
    const [apiKey] = apply(before, writesOver(before, 'nvapi-half'));
    const half = [apiKey, before[1]].flatMap((secret) => secret ?? []);
    expect(findProjectKey(half.map(({ metadata }) => metadata))).toMatchObject({ kind: 'broken' });
    const writes = writesOver(half, 'nvapi-new');
    const after = apply(half, writes).map((secret, index) =>
      patched(secret, writes[index]?.replacement?.tidy),
    );
    expect(after).toEqual(secretsOf('nvapi-new', recordWith({ id: 'new' })));
  });

  it('keeps the last key that worked when a replacement ended between the two Secrets', () => {
    const before = secretsOf('nvapi-old');
    const [apiKey] = apply(before, writesOver(before, 'nvapi-half'));
    const half = [apiKey, before[1]].flatMap((secret) => secret ?? []);
    const writes = writesOver(half, 'nvapi-new');
    const [again] = apply(half, writes);
    expect(again?.data?.['previous.NGC_API_KEY']).toBe(btoa('nvapi-old'));
    const undone = patched(again, writes[0]?.replacement?.undo);
    expect(undone.data).toEqual(before[0]?.data);
  });

  it('keeps the labels and annotations of others', () => {
    const before = secretsOf('nvapi-old').map((secret) => ({
      ...secret,
      metadata: { ...secret.metadata, labels: { team: 'a' }, annotations: { note: 'b' } },
    }));
    const [after] = apply(before, writesOver(before, 'nvapi-new'));
    expect(after?.metadata).toMatchObject({
      labels: { team: 'a', 'opendatahub.io/managed': 'true' },
      annotations: { note: 'b' },
    });
  });

  it('puts a Secret back that had neither labels nor annotations', () => {
    const before = secretsOf('nvapi-old').map((secret) => ({
      ...secret,
      metadata: { name: secret.metadata.name },
    }));
    const writes = writesOver(before, 'nvapi-new');
    const [after] = apply(before, writes);
    expect(patched(after, writes[0]?.replacement?.undo)).toEqual(before[0]);
  });
});
