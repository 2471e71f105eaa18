import { pluralOf } from '../../cluster/resource-path.ts';
import type { SubmitPlan } from '../plan/submit-plan.ts';
import { type Problem, stops } from './problem.ts';
import type { AccessAnswer } from './seen-project.ts';

/** Kinds that only token authentication needs. */
const FOR_TOKENS = ['ServiceAccount', 'Role', 'RoleBinding'];

/** Whether this person may do everything that a plan does; what nobody has asked about counts as allowed. */
export const checkPermissions = (
  { steps }: SubmitPlan,
  { project, access }: { project: string; access: readonly AccessAnswer[] },
): Problem[] => {
  const needed = steps.map(({ object, replacement }) => ({
    kind: object.kind,
    verb: replacement ? 'patch' : 'create',
  }));
  const refused = access
    .filter(({ isAllowed }) => !isAllowed)
    .filter(({ kind, verb }) => needed.some((one) => one.kind === kind && one.verb === verb));
  const [forTokens, others] = [
    refused.filter(({ kind }) => FOR_TOKENS.includes(kind)),
    refused.filter(({ kind }) => !FOR_TOKENS.includes(kind)),
  ];
  return [
    ...(others.length === 0
      ? []
      : [
          stops(
            'permissions',
            `You may not deploy a model in the project ${project}`,
            `You do not have permission to ${listOf(others)}. Ask an administrator of the project.`,
          ),
        ]),
    ...(forTokens.length === 0
      ? []
      : [
          stops(
            'tokens',
            'You may not switch token authentication on',
            `It needs a role for each deployment, and you do not have permission to ${listOf(forTokens)}. Remove the tokens, or ask an administrator of the project to deploy the model.`,
          ),
        ]),
  ];
};

const VERBS = { create: 'create', patch: 'change' } as const;

const listOf = (answers: readonly AccessAnswer[]): string =>
  new Intl.ListFormat('en', { type: 'disjunction' }).format(
    answers.map(({ verb, kind }) => `${VERBS[verb]} ${pluralOf(kind)}`),
  );
