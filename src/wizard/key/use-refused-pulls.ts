import { useQueries } from '@tanstack/react-query';
import type { EnteredKeyReference } from '../../apiKey/key-reference.ts';
import { isRefusedPull } from '../../apiKey/pull-verdict.ts';
import type { KeyUser } from '../../bundle/key-users.ts';
import { pullQuery } from '../pull-query.ts';
import { queryClient } from '../query-client.ts';

/** Asked about at a time: a person has so many questions a minute, and chooses a model meanwhile. */
const AT_ONCE = 3;

/**
 * The deployments whose image a key that was entered is not allowed to pull, as far as the registry has
 * answered. A key may be known to NVIDIA and still let a model that runs now never start again.
 */
export const useRefusedPulls = (
  entered: EnteredKeyReference | undefined,
  users: readonly KeyUser[],
): KeyUser[] => {
  const isAsked = entered !== undefined && entered.verification !== 'switched-off';
  // Several may run the same image, which is asked about once.
  const images = isAsked ? [...new Set(users.flatMap(({ image }) => image ?? []))] : [];
  const queries = entered
    ? images.map((image) => pullQuery({ project: entered.project, image, key: entered }))
    : [];
  const answered = queries.filter(({ queryKey }) => queryClient.getQueryData(queryKey)).length;
  const answers = useQueries({ queries: queries.slice(0, answered + AT_ONCE) }, queryClient);
  const refused = images.filter((_image, index) => {
    const answer = answers[index]?.data;
    return answer !== undefined && isRefusedPull(answer);
  });
  return users.filter(({ image }) => image !== undefined && refused.includes(image));
};
