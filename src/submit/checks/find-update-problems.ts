import type { NimDeployment } from '../../bundle/nim-deployment.ts';
import type { ModelNeeds } from '../../catalog/model-needs.ts';
import type { EditedToken } from '../edit/token-change.ts';
import { type DeploymentUpdate, planUpdate } from '../edit/update-plan.ts';
import { checkContainer } from './container.ts';
import { demandsOfUpdate } from './demand.ts';
import { checkLimitRanges } from './limit-range.ts';
import { type Problem, worstFirst } from './problem.ts';
import { checkDemands } from './quota.ts';
import { checkRollingUpdate } from './rolling-update.ts';
import type { SeenProject } from './seen-project.ts';
import { checkSharedRuntime } from './shared-runtime.ts';
import { checkUpdatePermissions } from './update-permissions.ts';
import { checkUsedSecrets } from './used-secrets.ts';

/** A deployment that is edited, and what is around it. */
export interface CheckedUpdate {
  /** The deployment as it is, and as it is to be. */
  before: NimDeployment;
  after: NimDeployment;
  /** What is written for that. */
  update: DeploymentUpdate;
  /** The tokens in the form. */
  tokens: readonly EditedToken[];
  /** What the project holds. */
  seen: SeenProject;
  needs: ModelNeeds;
}

/**
 * Everything that is known to be wrong with an update, what stops it first. What was so before, and was
 * left as it is, is said and stops nobody. Name and volume stay: nothing is said of them.
 */
export const findUpdateProblems = (checked: CheckedUpdate): Problem[] => {
  const { before, after, update, tokens, seen } = checked;
  const had = new Set(ofDeployment(before, checked).map(textOf));
  return worstFirst([
    ...(update.tokens?.problems ?? []),
    ...checkUpdatePermissions(planUpdate(update, ''), {
      tokens: update.tokens,
      access: seen.access,
    }),
    ...ofRoom(checked),
    ...checkSharedRuntime(update, seen.services ?? []),
    ...(seen.secrets ? checkUsedSecrets(after, { tokens, secrets: seen.secrets }) : []),
    ...ofDeployment(after, checked).map((problem) =>
      had.has(textOf(problem)) ? asBefore(problem) : problem,
    ),
  ]);
};

/** What does not fit in the end is not said of the way there besides. */
const ofRoom = ({ before, after, update, seen: { quotas = [] } }: CheckedUpdate): Problem[] => {
  const change = { before: before.model, after: after.model };
  const secrets = update.tokens?.added.length ?? 0;
  const inTheEnd = checkDemands(demandsOfUpdate({ ...change, secrets }), quotas);
  return inTheEnd.some(({ field }) => field === 'hardware')
    ? inTheEnd
    : [...inTheEnd, ...checkRollingUpdate(change, quotas)];
};

const ofDeployment = (
  deployment: NimDeployment,
  { seen, needs }: Pick<CheckedUpdate, 'seen' | 'needs'>,
): Problem[] => [
  ...checkLimitRanges({ inferenceService: deployment.model }, seen.limitRanges ?? []),
  ...checkContainer(deployment, needs),
];

const textOf = ({ title, body }: Problem): string => `${title} ${body}`;

/** What is advice is no more than that, before and after. */
const asBefore = (problem: Problem): Problem =>
  problem.severity === 'advises'
    ? problem
    : { ...problem, severity: 'warns', body: `${problem.body} It was so before this change.` };
