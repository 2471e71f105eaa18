import type { TokenChange } from '../edit/token-change.ts';
import type { SubmitPlan } from '../plan/submit-plan.ts';
import { listOf, type Needed, refusedOf } from './permissions.ts';
import { type Problem, stops } from './problem.ts';
import type { AccessAnswer } from './seen-project.ts';

/**
 * Whether this person may do everything that an update does. All but the deployment itself and its
 * runtime is about its tokens.
 */
export const checkUpdatePermissions = (
  { steps }: SubmitPlan,
  { tokens, access }: { tokens: TokenChange | undefined; access: readonly AccessAnswer[] },
): Problem[] => {
  const needed = (isUpdate: boolean) =>
    steps
      .filter(({ update }) => (update !== undefined) === isUpdate)
      .map(({ object }): Needed => ({
        kind: object.kind,
        verb: isUpdate ? 'update' : 'create',
      }));
  const leaving: Needed[] = [
    ...(tokens?.removed ?? []).map((): Needed => ({ verb: 'delete', kind: 'Secret' })),
    ...(tokens?.renamed ?? []).map((): Needed => ({ verb: 'patch', kind: 'Secret' })),
  ];
  const deployment = refusedOf(needed(true), access);
  const forTokens = refusedOf([...needed(false), ...leaving], access);
  return [
    ...(deployment.length === 0
      ? []
      : [
          stops(
            'permissions',
            'You may not change this deployment',
            `You do not have permission to ${listOf(deployment)}. Ask an administrator of the project.`,
          ),
        ]),
    ...(forTokens.length === 0
      ? []
      : [
          stops(
            'tokens',
            'You may not change the tokens of this deployment',
            `You do not have permission to ${listOf(forTokens)}. Leave the tokens as they are, or ask an administrator of the project.`,
          ),
        ]),
  ];
};
