import { secretsInUse } from '../../bundle/key-on-deployment.ts';
import type { NimDeployment } from '../../bundle/nim-deployment.ts';
import type { ObjectMeta } from '../../cluster/kubernetes.ts';
import type { EditedToken } from '../edit/token-change.ts';
import { type Problem, warns } from './problem.ts';

/**
 * Whether the Secrets are there that a deployment keeps while it is edited: of its key, without which no
 * new pod starts, and of its tokens. Nothing that is written says so, and it may be put right later.
 */
export const checkUsedSecrets = (
  deployment: NimDeployment,
  { tokens, secrets }: { tokens: readonly EditedToken[]; secrets: readonly ObjectMeta[] },
): Problem[] => {
  const there = new Set(secrets.map(({ name }) => name));
  return [
    ...Object.values(secretsInUse(deployment) ?? {})
      .filter((name) => !there.has(name))
      .map((name) =>
        warns(
          'key',
          `The secret "${name}" that the deployment uses is not in the project any more`,
          "An update makes new pods, and they do not start without it. Put it back first: the project's key on the project's settings, any other secret by kubectl.",
        ),
      ),
    ...tokens.flatMap(({ displayName, secretName }) =>
      secretName === undefined || there.has(secretName)
        ? []
        : [
            warns(
              'tokens',
              `The token "${displayName}" is not there any more`,
              `Somebody has removed its secret "${secretName}": it opens nothing. Remove it here, and add another where one is needed.`,
            ),
          ],
    ),
  ];
};
