import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dashboardCluster } from '../../cluster/dashboard-cluster.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { describeRemoval, type RemovalProblem } from '../../submit/describe/describe-left-overs.ts';
import { removeLeftOvers } from '../../submit/left-overs.ts';
import type { UnfinishedDeployment } from '../../submit/unfinished-deployments.ts';
import * as words from '../../words/left-overs.ts';
import { catalogQuery } from '../catalog-query.ts';
import { LoadProblem } from '../load-problem.ts';
import { leftOversQuery, lookForLeftOvers } from './left-overs-query.ts';
import { lookForKeyAgain } from '../key/project-key-query.ts';
import { queryClient } from '../query-client.ts';
import { volumesQuery } from '../storage/volumes-query.ts';

/** What submissions have left in a project, and its removal. */
export interface LeftOversOfProject {
  leftOvers: readonly KubernetesObject[];
  mayRemove: boolean;
  /** Deployments that nobody can call. */
  unfinished: readonly UnfinishedDeployment[];
  removal: Removal;
  /** Asks whether they are to be removed. */
  ask: () => void;
  /** Says no to that. */
  keep: () => void;
  remove: () => void;
}

/** How far a removal is. `shown`: what a person has agreed to; tried again, no more than that is removed. */
export type Removal =
  | { status: 'none' | 'asked' | 'kept' | 'done' }
  | {
      status: 'running' | 'failed';
      shown: readonly KubernetesObject[];
      /** Of the time before. */
      problem?: RemovalProblem;
    };

/** The project's key may go with them: then the field of the key finds that out. */
export const useLeftOvers = (project: string): LeftOversOfProject => {
  const catalog = useQuery(catalogQuery, queryClient);
  // The list of models comes first: what a person waits for is not held up by the rest.
  const query = { ...leftOversQuery(project), enabled: catalog.isFetched };
  const { data } = useQuery(query, queryClient);
  const { leftOvers = [], mayRemove = false, deployments: unfinished = [] } = data ?? {};
  const [removal, setRemoval] = useState<Removal>({ status: 'none' });
  const remove = async (): Promise<void> => {
    const before = 'shown' in removal ? removal : { shown: leftOvers };
    setRemoval({ ...before, status: 'running' });
    const problem = await removeStill(project, before.shown);
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: query.queryKey }),
      queryClient.invalidateQueries({ queryKey: volumesQuery(project).queryKey }),
      lookForKeyAgain(project),
    ]);
    setRemoval(problem ? { ...before, status: 'failed', problem } : { status: 'done' });
  };
  return {
    leftOvers,
    mayRemove,
    unfinished,
    removal,
    ask: () => setRemoval({ status: 'asked' }),
    keep: () => setRemoval({ status: 'kept' }),
    remove: () => (removal.status === 'running' ? undefined : void remove()),
  };
};

/** Removes what is still left of what a person was shown. Says what could not be removed; undefined when all is gone. */
const removeStill = async (
  project: string,
  leftOvers: readonly KubernetesObject[],
): Promise<RemovalProblem | undefined> => {
  const shown = new Set(leftOvers.map(({ metadata }) => metadata.uid));
  try {
    const now = await lookForLeftOvers(project);
    const still = now.leftOvers.filter(({ metadata }) => shown.has(metadata.uid));
    return describeRemoval(await removeLeftOvers(still, dashboardCluster));
  } catch (error) {
    if (error instanceof LoadProblem) {
      const body = words.notWithoutLook(error.message);
      return { title: words.nothingRemoved, body, commands: [] };
    }
    throw error;
  }
};
