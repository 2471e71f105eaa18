import { type JsonPatch, pointerTo } from '../cluster/json-patch.ts';
import type { ObjectMeta, Secret } from '../cluster/kubernetes.ts';
import { keySecrets, type KeySecretNames, type KeyToStore, NGC_API_KEY } from './key-secrets.ts';
import { readRecord } from './key-record.ts';
import { type KeySecretPair, REPLACING_ANNOTATION } from './project-key.ts';

/**
 * How a Secret that exists gets another key. The previous key stays inside the Secret until the whole
 * change is done, so that it can be put back by somebody who has never read it.
 */
export interface SecretReplacement {
  /** As it was read: the patches are for this very version. */
  before: ObjectMeta;
  apply: JsonPatch;
  /** Puts the previous key back; for the version that `apply` made. */
  undo: JsonPatch;
  /** Removes the previous key when all is done; for the version that `apply` made. Missing where the key stays. */
  tidy?: JsonPatch;
}

/** What is to be done with one of a key's two Secrets. */
export interface KeySecretWrite {
  secret: Secret;
  /** Missing when the Secret is not there yet. */
  replacement?: SecretReplacement;
}

/** The members of a Secret that hold the key; the first is the one that must be there already. */
type KeyMembers = readonly [string, ...string[]];

const MEMBERS: Readonly<Record<keyof KeySecretNames, KeyMembers>> = {
  apiKey: [NGC_API_KEY, 'api_key'],
  imagePull: ['.dockerconfigjson'],
};

/** Both Secrets of a key, each created or, where it exists, replaced. */
export const keyWrites = (options: {
  project: string;
  names: KeySecretNames;
  stored: KeyToStore;
  existing: KeySecretPair;
}): KeySecretWrite[] => {
  const secrets = keySecrets(options);
  const isHalf = isHalfReplaced(options.existing);
  return (['apiKey', 'imagePull'] as const).map((part) => {
    const [secret, before] = [secrets[part], options.existing[part]];
    if (!before) {
      return { secret };
    }
    const keepsPrevious = isHalf && before.annotations?.[REPLACING_ANNOTATION] !== undefined;
    return { secret, replacement: replacementOf(secret, before, { part, keepsPrevious }) };
  });
};

/** A replacement ended between the two Secrets: the previous key that one of them keeps is still in use. */
const isHalfReplaced = ({ apiKey, imagePull }: KeySecretPair): boolean =>
  readRecord(apiKey?.annotations)?.id !== readRecord(imagePull?.annotations)?.id;

const replacementOf = (
  { data, metadata }: Secret,
  before: ObjectMeta,
  { part, keepsPrevious }: { part: keyof KeySecretNames; keepsPrevious: boolean },
): SecretReplacement => {
  const [first, ...others] = MEMBERS[part];
  const [current, previous] = [pointerTo('data', first), previousOf(part)];
  return {
    before,
    apply: [
      // A `copy` would let a Secret without this member pass, with an empty previous key.
      ...(keepsPrevious ? [] : [{ op: 'move' as const, from: current, path: previous }]),
      ...[first, ...others].map((member) => ({
        op: 'add' as const,
        path: pointerTo('data', member),
        value: data?.[member],
      })),
      ...setMap('annotations', {
        ...before.annotations,
        ...metadata.annotations,
        [REPLACING_ANNOTATION]: 'true',
      }),
      ...setMap('labels', { ...before.labels, ...metadata.labels }),
    ],
    undo: [
      { op: 'move', from: previous, path: current },
      // Before, all members of a key's Secret held the same.
      ...others.map((member) => ({
        op: 'copy' as const,
        from: current,
        path: pointerTo('data', member),
      })),
      ...setMap('annotations', withoutMark(before.annotations)),
      ...setMap('labels', before.labels),
    ],
    tidy: tidyUp(part),
  };
};

/** Where a Secret keeps the previous key for as long as the change may be undone. */
const previousOf = (part: keyof KeySecretNames): string =>
  pointerTo('data', `previous.${MEMBERS[part][0].replace(/^\./, '')}`);

/** Removes the previous key from a Secret, also one that an unfinished change has left there. */
export const tidyUp = (part: keyof KeySecretNames): JsonPatch => [
  { op: 'remove', path: previousOf(part) },
  { op: 'remove', path: pointerTo('metadata', 'annotations', REPLACING_ANNOTATION) },
];

/** A mark that an earlier change has left says nothing any more once the previous key has moved. */
const withoutMark = (
  annotations: Record<string, string> | undefined,
): Record<string, string> | undefined => {
  const { [REPLACING_ANNOTATION]: mark, ...others } = annotations ?? {};
  return mark === undefined ? annotations : others;
};

const setMap = (
  name: 'annotations' | 'labels',
  value: Record<string, string> | undefined,
): JsonPatch => {
  const path = pointerTo('metadata', name);
  return [value === undefined ? { op: 'remove', path } : { op: 'add', path, value }];
};
