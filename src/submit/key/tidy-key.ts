import type { KeySecretNames } from '../../apiKey/key-secrets.ts';
import { type KeySecretPair, REPLACING_ANNOTATION } from '../../apiKey/project-key.ts';
import { tidyUp } from '../../apiKey/write-key.ts';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import { withoutPeriod } from '../describe/name-object.ts';

/** What became of removing a previous key that an unfinished replacement has left. */
export type TidyOutcome = { status: 'tidy' } | { status: 'failed'; message: string };

/** Removes the previous key from those of a key's Secrets that still hold it, in the very version that was read. */
export const tidyKey = async (
  project: string,
  pair: Required<KeySecretPair>,
  cluster: ClusterClient,
): Promise<TidyOutcome> => {
  const outcomes = await Promise.all(
    partsOf(pair).map(async (part) => {
      const { name, resourceVersion } = pair[part];
      const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: project } };
      const outcome = await cluster.patch(secret, tidyUp(part), { resourceVersion });
      return { name, outcome };
    }),
  );
  const problems = outcomes.flatMap(({ name, outcome }) =>
    outcome.status === 'failed' ? [`${name} (${withoutPeriod(outcome.error.message)})`] : [],
  );
  return problems.length === 0
    ? { status: 'tidy' }
    : {
        status: 'failed',
        message: `The previous key could not be removed from the Secrets: ${problems.join(', ')}. Try again.`,
      };
};

const partsOf = (pair: Required<KeySecretPair>): (keyof KeySecretNames)[] =>
  (['apiKey', 'imagePull'] as const).filter(
    (part) => pair[part].annotations?.[REPLACING_ANNOTATION] !== undefined,
  );
