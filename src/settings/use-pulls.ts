import { useQueries } from '@tanstack/react-query';
import type { EnteredKeyReference } from '../apiKey/key-reference.ts';
import type { KeyUser } from '../bundle/key-users.ts';
import { pullQuery } from '../wizard/pull-query.ts';
import { queryClient } from '../wizard/query-client.ts';

/** Verdicts of NVIDIA's registry by which a deployment could not start again. */
const REFUSALS: ReadonlySet<string> = new Set(['not-entitled', 'no-such-tag', 'region-restricted']);

/**
 * The deployments whose image a key that was entered is not allowed to pull, as far as the registry has
 * answered. A key may be known to NVIDIA and still let a model that runs now never start again.
 */
export const useRefusedPulls = (
  entered: EnteredKeyReference | undefined,
  users: readonly KeyUser[],
): KeyUser[] => {
  const isAsked = entered !== undefined && entered.verification !== 'switched-off';
  const asked = isAsked ? users.filter(({ image }) => image !== undefined) : [];
  const answers = useQueries(
    {
      queries: entered
        ? asked.map(({ image = '' }) =>
            pullQuery({ project: entered.project, image, key: entered }),
          )
        : [],
    },
    queryClient,
  );
  return asked.filter((_user, index) => REFUSALS.has(answers[index]?.data?.status ?? ''));
};
