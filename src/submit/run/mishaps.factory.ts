import { type Arbitrary, array, constant, constantFrom, nat, oneof } from 'fast-check';
import type { ClusterClient } from '../../cluster/cluster-client.ts';
import type { ClusterErrorKind, ClusterOutcome } from '../../cluster/cluster-error.ts';
import { errorOf } from './memory-cluster.factory.ts';

/** What happens to one request: nothing, a refusal, or a lost answer to what was or was not done. */
type Mishap = ClusterErrorKind | 'lost' | undefined;

const anyMishap: Arbitrary<Mishap> = oneof(
  { weight: 12, arbitrary: constant(undefined) },
  {
    weight: 1,
    arbitrary: constantFrom('forbidden', 'invalid', 'unreachable', 'other', 'lost'),
  },
);

const failure = (kind: ClusterErrorKind): ClusterOutcome<never> => ({
  status: 'failed',
  error: errorOf(kind),
});

/** Answers each request as it is given, and then all others as usual; after so many turns of the others. */
export const withMishaps = (
  client: ClusterClient,
  mishaps: readonly Mishap[],
  turns: readonly number[] = [],
): ClusterClient => {
  let asked = 0;
  const answer = async <T>(act: () => Promise<ClusterOutcome<T>>): Promise<ClusterOutcome<T>> => {
    const [mishap, wait] = [mishaps[asked], turns[asked % turns.length] ?? 0];
    asked += 1;
    for (let turn = 0; turn < wait; turn += 1) {
      await Promise.resolve();
    }
    if (mishap === undefined) {
      return act();
    }
    if (mishap !== 'lost') {
      return failure(mishap);
    }
    await act();
    return failure('unreachable');
  };
  return {
    ...client,
    get: (...given) => answer(() => client.get(...given)),
    list: (...given) => answer(() => client.list(...given)),
    create: (...given) => answer(() => client.create(...given)),
    patch: (...given) => answer(() => client.patch(...given)),
    remove: (...given) => answer(() => client.remove(...given)),
  };
};

export const anyMishaps = array(anyMishap, { maxLength: 60 });

/** How many turns of the others each request waits for. */
export const anyTurns = array(nat({ max: 30 }), { minLength: 7, maxLength: 13 });
