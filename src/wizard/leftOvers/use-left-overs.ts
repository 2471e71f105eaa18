import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { dashboardCluster } from '../../cluster/dashboard-cluster.ts';
import type { KubernetesObject } from '../../cluster/kubernetes.ts';
import { describeRemoval } from '../../submit/describe/describe-left-overs.ts';
import { removeLeftOvers } from '../../submit/left-overs.ts';
import type { UnfinishedDeployment } from '../../submit/unfinished-deployments.ts';
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
  remove: () => void;
}

/** `message`: what could not be removed, and what to do about it. */
export type Removal =
  { status: 'none' | 'running' | 'done' } | { status: 'failed'; message: string };

/** The project's key may go with them: then the field of the key finds that out. */
export const useLeftOvers = (project: string): LeftOversOfProject => {
  const catalog = useQuery(catalogQuery, queryClient);
  // The list of models comes first: what a person waits for is not held up by the rest.
  const query = { ...leftOversQuery(project), enabled: catalog.isFetched };
  const { data } = useQuery(query, queryClient);
  const { leftOvers = [], mayRemove = false, deployments: unfinished = [] } = data ?? {};
  const [removal, setRemoval] = useState<Removal>({ status: 'none' });
  const remove = async (): Promise<void> => {
    setRemoval({ status: 'running' });
    const message = await removeStill(project, leftOvers);
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: query.queryKey }),
      queryClient.invalidateQueries({ queryKey: volumesQuery(project).queryKey }),
      lookForKeyAgain(project),
    ]);
    setRemoval(message === undefined ? { status: 'done' } : { status: 'failed', message });
  };
  return {
    leftOvers,
    mayRemove,
    unfinished,
    removal,
    remove: () => (removal.status === 'running' ? undefined : void remove()),
  };
};

/** Removes what is still left of what a person was shown. Says what could not be removed; undefined when all is gone. */
const removeStill = async (
  project: string,
  leftOvers: readonly KubernetesObject[],
): Promise<string | undefined> => {
  const shown = new Set(leftOvers.map(({ metadata }) => metadata.uid));
  try {
    const now = await lookForLeftOvers(project);
    const still = now.leftOvers.filter(({ metadata }) => shown.has(metadata.uid));
    return describeRemoval(await removeLeftOvers(still, dashboardCluster));
  } catch (error) {
    if (error instanceof LoadProblem) {
      return error.message;
    }
    throw error;
  }
};
