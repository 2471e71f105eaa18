import { applyPatch, deepClone, type Operation } from 'fast-json-patch';
import { describe, expect, it } from 'vitest';
import type { JsonPatch } from '../cluster/json-patch.ts';
import { readRecord } from './key-record.ts';
import { recordWith, storedPair } from './key-secrets.factory.ts';
import { recordWrites } from './record-writes.ts';

const before = recordWith({ verification: 'not-verified', by: 'pat' });
const after = recordWith({ at: '2026-08-23T12:00:00.000Z' });

const writes = () => recordWrites(storedPair(before), after);

const patched = (object: object, patch: JsonPatch | undefined): { metadata: object } =>
  applyPatch(deepClone(object), (patch ?? []) as Operation[]).newDocument;

describe('writing a verification down', () => {
  it('is for both Secrets, in the version that was read, and leaves nothing to tidy up', () => {
    const seen = writes().map(({ secret, replacement }) => [
      secret.metadata.name,
      replacement?.before.resourceVersion,
      replacement?.tidy,
    ]);
    expect(seen).toEqual([
      ['nim-api-key', '11', undefined],
      ['nim-image-pull', '12', undefined],
    ]);
  });

  it.each([0, 1])('changes nothing but what is known of the key: Secret %i', (index) => {
    const { secret, replacement } = writes()[index] ?? {};
    const metadata = {
      ...secret?.metadata,
      annotations: { ...secret?.metadata.annotations, a: 'b' },
    };
    const [write] = recordWrites(
      { ...storedPair(before), apiKey: { name: 'x', ...metadata } },
      after,
    );
    const changed = patched({ metadata, data: { k: 'v' } }, write?.replacement?.apply);
    expect(replacement).toBeDefined();
    expect(changed).toMatchObject({
      data: { k: 'v' },
      metadata: { labels: secret?.metadata.labels },
    });
    expect(changed.metadata).toHaveProperty('annotations.a', 'b');
  });

  it('can be undone', () => {
    for (const { secret, replacement } of writes()) {
      const changed = patched(secret, replacement?.apply);
      expect(readRecord(annotationsOf(changed))).toEqual(after);
      expect(patched(changed, replacement?.undo)).toEqual(secret);
    }
  });
});

const annotationsOf = ({ metadata }: { metadata: object }): Record<string, string> =>
  (metadata as { annotations: Record<string, string> }).annotations;
