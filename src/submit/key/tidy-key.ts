import type { KeySecretNames } from '../../apiKey/key-secrets.ts';
import { type KeySecretPair, REPLACING_ANNOTATION } from '../../apiKey/project-key.ts';
import { tidyUp } from '../../apiKey/write-key.ts';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import { nameWithReason } from '../describe/cluster-words.ts';
import { type Patience, usualPatience, withPatience } from '../run/patience.ts';
import { patchSurely } from '../run/sure-write.ts';
import { secretIn } from '../plan/secret-in.ts';

/** What became of removing a previous key that an unfinished replacement has left. */
export type TidyOutcome = { status: 'tidy' } | { status: 'failed'; message: string };

/** Removes the previous key from those of a key's Secrets that still hold it, in the very version that was read. */
export const tidyKey = async (
  project: string,
  pair: Required<KeySecretPair>,
  cluster: ClusterClient,
  patience: Patience = usualPatience,
): Promise<TidyOutcome> => {
  const attempting = { cluster: withPatience(cluster, patience), patience };
  const attempts = await Promise.all(
    partsOf(pair).map(async (part) => {
      const object = secretIn(project, pair[part]);
      const attempt = await patchSurely(object, tidyUp(part), attempting);
      return attempt.status === 'left' ? [{ object, error: attempt.error }] : [];
    }),
  );
  const left = attempts.flat();
  return left.length === 0
    ? { status: 'tidy' }
    : { status: 'failed', message: `${describePreviousKeys(left)} Try again.` };
};

/** Which Secrets still hold the previous key, and why. */
export const describePreviousKeys = (left: Parameters<typeof nameWithReason>[0][]): string =>
  `The previous key could not be removed from ${left.map(nameWithReason).join(' and ')}.`;

const partsOf = (pair: Required<KeySecretPair>): (keyof KeySecretNames)[] =>
  (['apiKey', 'imagePull'] as const).filter(
    (part) => pair[part].annotations?.[REPLACING_ANNOTATION] !== undefined,
  );
