import { queryOptions } from '@tanstack/react-query';
import { type KeyScope, type KeySecretNames, keySecretNames } from '../../apiKey/key-secrets.ts';
import { findProjectKey, type ProjectKey, stateOfKey } from '../../apiKey/project-key.ts';
import { dashboardCluster } from '../../cluster/dashboard-cluster.ts';
import type { ObjectMeta, Secret } from '../../cluster/kubernetes.ts';
import * as words from '../../words/loading.ts';
import { valueOrProblem } from '../load-problem.ts';
import { forgetStoredPulls } from '../pull-query.ts';
import { queryClient } from '../query-client.ts';
import { settingsQuery } from '../settings-query.ts';

/**
 * What there is about a project's key, besides what its Secrets say:
 * - `not-needed`: the cluster pulls with its own credentials
 * - `hidden`: this person may not list Secrets, so nobody can tell
 * - `unseen`: neither, but a submission came upon one
 */
export type SeenKey = ProjectKey | { kind: 'not-needed' } | { kind: 'hidden' } | { kind: 'unseen' };

/** What a person sees of the project's key, to be compared with what is there later. */
export const stateOfSeen = (key: SeenKey): string =>
  isSeen(key) ? stateOfKey(key) : stateOfKey(undefined);

const isSeen = (key: SeenKey): key is ProjectKey =>
  key.kind === 'absent' || key.kind === 'stored' || key.kind === 'broken';

/** What the wizard needs to know before it asks for a key. */
export interface ProjectKeyData {
  project: string;
  key: SeenKey;
  /** Whose key one that is entered becomes. */
  scope: KeyScope;
  /** The administrator switched verification off. */
  skipsVerification: boolean;
}

/** What a project's Secrets and the configuration say about its key. */
export const projectKeyQuery = (project: string) =>
  queryOptions({
    queryKey: ['nimWizard', 'projectKey', project],
    queryFn: async ({ signal }): Promise<ProjectKeyData> => {
      const { nimConfig } = await queryClient.fetchQuery(settingsQuery);
      const isNeeded = !nimConfig.disconnected.disableKeyCollection;
      return {
        project,
        key: isNeeded ? await seeKey(project, signal) : { kind: 'not-needed' },
        scope: nimConfig.keyScope,
        skipsVerification: nimConfig.disableKeyValidation,
      };
    },
    staleTime: 0,
    gcTime: 0,
  });

const metKeys = new Set<string>();

/** A submission came upon a key that this person may not see; it is looked for again. */
export const noteMetKey = (project: string): Promise<void> => {
  metKeys.add(project);
  return lookForKeyAgain(project);
};

/** The wizard is left, or another project chosen: next time it may be gone. */
export const forgetMetKey = (project: string): void => {
  metKeys.delete(project);
};

/** After a key was written, or should have been: what is known of it is old. */
export const lookForKeyAgain = (project: string): Promise<void> => {
  forgetStoredPulls(project);
  return queryClient.invalidateQueries({ queryKey: projectKeyQuery(project).queryKey });
};

const seeKey = async (project: string, signal: AbortSignal): Promise<SeenKey> => {
  const secrets = await listSecrets(project, signal);
  if (secrets) {
    return findProjectKey(secrets);
  }
  return { kind: metKeys.has(project) ? 'unseen' : 'hidden' };
};

/** The metadata of the Secrets that this person may list: all, or else our two by their names. */
const listSecrets = async (
  project: string,
  signal: AbortSignal,
): Promise<ObjectMeta[] | undefined> => {
  const all = await listSecretsOf(project, signal);
  if (all) {
    return all;
  }
  const names: KeySecretNames = keySecretNames('project', '');
  const [apiKey, imagePull] = await Promise.all(
    [names.apiKey, names.imagePull].map((name) => listSecretsOf(project, signal, name)),
  );
  return apiKey && imagePull ? [...apiKey, ...imagePull] : undefined;
};

const listSecretsOf = async (
  project: string,
  signal: AbortSignal,
  name?: string,
): Promise<ObjectMeta[] | undefined> => {
  const outcome = await dashboardCluster.list<Secret>(
    {
      apiVersion: 'v1',
      kind: 'Secret',
      namespace: project,
      ...(name === undefined ? {} : { name }),
    },
    { signal },
  );
  return outcome.status === 'failed' && outcome.error.kind === 'forbidden'
    ? undefined
    : valueOrProblem(outcome, words.secrets).map(({ metadata }) => metadata);
};
