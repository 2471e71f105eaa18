import type { ObjectMeta } from '../cluster/kubernetes.ts';
import { type KeyRecord, readRecord } from './key-record.ts';
import { type KeySecretNames, keySecretNames, OLDER_SECRETS } from './key-secrets.ts';

/** The metadata of a key's two Secrets, as far as they are there. */
export type KeySecretPair = { [Part in keyof KeySecretNames]?: ObjectMeta };

/**
 * What a project's Secrets say about its key, without their content.
 * - `absent`: there is none
 * - `stored`: both Secrets are there, ours (`project`) or those of the dashboard's older integration;
 *   `record` is missing when nobody wrote one. `isUnfinished`: a replacement of the key was not
 *   brought to its end, and the previous key is still in the Secrets
 * - `broken`: one of our two Secrets is missing, or they hold different keys
 */
export type ProjectKey =
  | { kind: 'absent' }
  | {
      kind: 'stored';
      source: 'project' | 'older';
      names: KeySecretNames;
      pair: Required<KeySecretPair>;
      record?: KeyRecord;
      isUnfinished: boolean;
    }
  | { kind: 'broken'; names: KeySecretNames; pair: KeySecretPair; missing?: string };

/** Set while a Secret holds the previous key besides the new one. */
export const REPLACING_ANNOTATION = 'nim-wizard.opendatahub.io/key-replacing';

export type StoredProjectKey = Extract<ProjectKey, { kind: 'stored' }>;
export type BrokenProjectKey = Extract<ProjectKey, { kind: 'broken' }>;

/**
 * By this it is known whether a project's key is still the one that a person was shown: the ids of the
 * keys in its Secrets, or, where nobody wrote one down, the Secrets themselves.
 */
export const stateOfKey = (key: ProjectKey | undefined): string =>
  Object.values(key ? pairToReplace(key) : {})
    .map(({ uid, annotations }) => readRecord(annotations)?.id ?? uid ?? '')
    .join(' ');

/** Reads the metadata of a project's Secrets. */
export const findProjectKey = (secrets: readonly ObjectMeta[]): ProjectKey => {
  const ours = keySecretNames('project', '');
  const pair = pairOf(secrets, ours);
  if (pair.apiKey && pair.imagePull) {
    return complete('project', ours, { apiKey: pair.apiKey, imagePull: pair.imagePull });
  }
  if (pair.apiKey ?? pair.imagePull) {
    const missing = pair.apiKey ? ours.imagePull : ours.apiKey;
    return { kind: 'broken', names: ours, pair, missing };
  }
  const older = pairOf(secrets, OLDER_SECRETS);
  return older.apiKey && older.imagePull
    ? complete('older', OLDER_SECRETS, { apiKey: older.apiKey, imagePull: older.imagePull })
    : { kind: 'absent' };
};

/** Which Secrets get another key when one is entered for the project: ours, as far as they are there. */
export const pairToReplace = (key: ProjectKey): KeySecretPair =>
  key.kind === 'absent' || (key.kind === 'stored' && key.source === 'older') ? {} : key.pair;

const pairOf = (secrets: readonly ObjectMeta[], names: KeySecretNames): KeySecretPair => {
  const [apiKey, imagePull] = [names.apiKey, names.imagePull].map((name) =>
    secrets.find((secret) => secret.name === name),
  );
  return { ...(apiKey ? { apiKey } : {}), ...(imagePull ? { imagePull } : {}) };
};

const complete = (
  source: 'project' | 'older',
  names: KeySecretNames,
  pair: Required<KeySecretPair>,
): ProjectKey => {
  const record = readRecord(pair.apiKey.annotations);
  const other = readRecord(pair.imagePull.annotations);
  if (record?.id !== other?.id) {
    return { kind: 'broken', names, pair };
  }
  const isUnfinished = [pair.apiKey, pair.imagePull].some(
    ({ annotations }) => annotations?.[REPLACING_ANNOTATION] !== undefined,
  );
  return { kind: 'stored', source, names, pair, ...(record ? { record } : {}), isUnfinished };
};
