import { oneOf } from '../../words/language.ts';
import { pluralOf } from '../../cluster/resource-path.ts';
import type { PlanStep, SubmitPlan } from '../plan/submit-plan.ts';
import { type Problem, stops, warns } from './problem.ts';
import type { AccessAnswer } from './seen-project.ts';

/** Kinds that only token authentication needs. */
const FOR_TOKENS = ['ServiceAccount', 'Role', 'RoleBinding'];

/**
 * Whether this person may do everything that a submission does, and undo it; what nobody has asked about
 * counts as allowed.
 */
export const checkPermissions = (
  { steps }: SubmitPlan,
  { project, access }: { project: string; access: readonly AccessAnswer[] },
): Problem[] => {
  const refused = (needed: readonly Needed[]): readonly AccessAnswer[] => refusedOf(needed, access);
  const toDo = refused(steps.flatMap(toTake));
  const toUndo = refused(steps.flatMap(toTakeBack));
  const toTidy = refused(steps.flatMap(toLeaveBehind)).filter((one) => !toDo.includes(one));
  const others = toDo.filter((one) => !isForTokens(one));
  if (others.length > 0) {
    return [mayNotDeploy(project, others), ...mayHaveNoTokens(toDo.filter(isForTokens))];
  }
  return [
    ...mayHaveNoTokens(toDo),
    ...said(toUndo, (list) =>
      warns(
        'permissions',
        'What is created cannot be removed again if something fails',
        `You do not have permission to ${list}. Ask an administrator of the project, also to remove what is left then.`,
      ),
    ),
    ...said(toTidy, (list) =>
      warns(
        'permissions',
        'What is created stays marked as the work of this submission',
        `You do not have permission to ${list}: once the deployment is deleted, the wizard takes it for a left-over. Ask an administrator of the project.`,
      ),
    ),
  ];
};

/** Something that a person must be allowed to do. */
export type Needed = Pick<AccessAnswer, 'verb' | 'kind'>;

const isForTokens = ({ kind }: AccessAnswer): boolean => FOR_TOKENS.includes(kind);

const mayNotDeploy = (project: string, refused: readonly AccessAnswer[]): Problem =>
  stops(
    'permissions',
    `You may not deploy a model in the project ${project}`,
    `You do not have permission to ${listOf(refused)}. Ask an administrator of the project.`,
  );

const mayHaveNoTokens = (refused: readonly AccessAnswer[]): Problem[] =>
  said(refused, (list) =>
    stops(
      'tokens',
      'You may not switch token authentication on',
      `It needs a role for each deployment, and you do not have permission to ${list}. Remove the tokens, or ask an administrator of the project to deploy the model.`,
    ),
  );

/** An owner is written on an object that is there already, and so is a key that replaces another. */
const toTake = ({ object, replacement, adopts, unmarks }: PlanStep): Needed[] =>
  unmarks === undefined
    ? [{ kind: object.kind, verb: replacement || adopts ? 'patch' : 'create' }]
    : [];

/** What is owned goes with its owner, and what was replaced is put back. */
const toTakeBack = ({ object, replacement, adopts, unmarks, ownedBy }: PlanStep): Needed[] =>
  replacement || adopts || unmarks !== undefined || ownedBy
    ? []
    : [{ kind: object.kind, verb: 'delete' }];

/** Without its mark nobody takes it for the work of a submission that did not end. */
const toLeaveBehind = ({ object, unmarks }: PlanStep): Needed[] =>
  unmarks !== undefined ? [{ kind: object.kind, verb: 'patch' }] : [];

const said = (refused: readonly AccessAnswer[], say: (list: string) => Problem): Problem[] =>
  refused.length === 0 ? [] : [say(listOf(refused))];

/** What of it the cluster does not allow; what nobody has asked about counts as allowed. */
export const refusedOf = (
  needed: readonly Needed[],
  access: readonly AccessAnswer[],
): readonly AccessAnswer[] =>
  access
    .filter(({ isAllowed }) => !isAllowed)
    .filter(({ kind, verb }) => needed.some((one) => one.kind === kind && one.verb === verb));

const VERBS = { create: 'create', update: 'change', patch: 'change', delete: 'delete' } as const;

/** In words: `create roles or change secrets`. */
export const listOf = (answers: readonly AccessAnswer[]): string =>
  oneOf(answers.map(({ verb, kind }) => `${VERBS[verb]} ${pluralOf(kind)}`));
