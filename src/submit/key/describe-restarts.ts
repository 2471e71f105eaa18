import { listNames } from '../../bundle/list-names.ts';
import type { RestartOutcome } from './restart-deployment.ts';

/** A deployment and what became of its restart; missing for one that nobody restarted. */
export interface RestartedUser {
  displayName: string;
  outcome?: RestartOutcome;
}

/** Which deployments use the new key now and which do not yet; no sentence where there is nothing to say. */
export const describeRestarts = (users: readonly RestartedUser[]): string =>
  [
    ...sentence(
      withOutcome(users, 'restarted'),
      'restarts with the new key',
      'restart with the new key',
    ),
    ...sentence(
      users.filter(({ outcome }) => outcome === undefined || outcome.status === 'failed'),
      'takes it when it starts next',
      'take it when they start next',
    ),
    ...sentence(
      withOutcome(users, 'stopped'),
      'is stopped, and takes the new key when it starts',
      'are stopped, and take the new key when they start',
    ),
  ].join(' ');

const withOutcome = (
  users: readonly RestartedUser[],
  status: RestartOutcome['status'],
): RestartedUser[] => users.filter(({ outcome }) => outcome?.status === status);

const sentence = (users: readonly RestartedUser[], one: string, several: string): string[] =>
  users.length === 0 ? [] : [`${listNames(users)} ${users.length === 1 ? one : several}.`];
