import type { JsonPatch } from '../cluster/json-patch.ts';
import { pointerTo } from '../cluster/json-patch.ts';
import { type KeyRecord, recordAnnotations } from './key-record.ts';
import type { KeySecretPair } from './project-key.ts';
import type { KeySecretWrite } from './write-key.ts';

/** Writes down on both Secrets of a key, which stays as it is, what is known of it now. */
export const recordWrites = (
  { apiKey, imagePull }: Required<KeySecretPair>,
  record: KeyRecord,
): KeySecretWrite[] =>
  [apiKey, imagePull].map((before) => ({
    secret: { apiVersion: 'v1', kind: 'Secret', metadata: before },
    replacement: {
      before,
      apply: annotate({ ...before.annotations, ...recordAnnotations(record) }),
      undo: annotate(before.annotations ?? {}),
    },
  }));

const annotate = (value: Record<string, string>): JsonPatch => [
  { op: 'add', path: pointerTo('metadata', 'annotations'), value },
];
