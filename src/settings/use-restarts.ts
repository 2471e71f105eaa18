import { useState } from 'react';
import type { KeyUser } from '../bundle/key-users.ts';
import { isStopped } from '../bundle/restart-patch.ts';
import { dashboardCluster } from '../cluster/dashboard-cluster.ts';
import type { RestartedUser } from '../submit/key/describe-restarts.ts';
import { restartDeployment, type RestartOutcome } from '../submit/key/restart-deployment.ts';
import { type Running, useRunning } from './use-running.ts';

/** A deployment that is to be restarted, was, or need not be. */
export type UserToRestart = KeyUser & RestartedUser & { isChosen: boolean };

/** Who is to be restarted, and what became of it. */
export interface Restarts extends Running {
  users: UserToRestart[];
  choose: (name: string, isChosen: boolean) => void;
  /** What went wrong besides the restarts themselves. */
  problem: string | undefined;
}

/**
 * Restarts those of a key's deployments that a person leaves checked; one that failed can be tried
 * again. Those that could not pull their image with the new key are not checked by themselves.
 */
export const useRestarts = (
  keyUsers: readonly KeyUser[],
  refused: readonly KeyUser[],
): Restarts => {
  const [choices, setChoices] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isRefused = (name: string): boolean => refused.some((user) => user.name === name);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, RestartOutcome>>(new Map());
  const users = keyUsers.map((user): UserToRestart => {
    const outcome = outcomes.get(user.name) ?? initialOutcome(user);
    return {
      ...user,
      isChosen: choices.get(user.name) ?? !isRefused(user.name),
      ...(outcome ? { outcome } : {}),
    };
  });
  const [problem, setProblem] = useState<string>();
  const { isRunning, run } = useRunning(async () => {
    setProblem(undefined);
    const at = new Date().toISOString();
    const chosen = users.filter((user) => user.isChosen && isToRestart(user));
    const next = await Promise.all(
      chosen.map(
        async (user) =>
          [user.name, await restartDeployment(user, { cluster: dashboardCluster, at })] as const,
      ),
    );
    setOutcomes(new Map([...outcomes, ...next]));
  }, setProblem);
  const choose = (name: string, isChosen: boolean): void => {
    setChoices(new Map([...choices, [name, isChosen]]));
  };
  return { users, choose, problem, isRunning, run };
};

/** Not restarted yet, or in vain. */
export const isToRestart = ({ outcome }: RestartedUser): boolean =>
  outcome === undefined || outcome.status === 'failed';

const initialOutcome = ({ service }: KeyUser): RestartOutcome | undefined =>
  isStopped(service) ? { status: 'stopped' } : undefined;
