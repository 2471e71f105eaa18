import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { forgetKey } from '../apiKey/key-vault.ts';
import type { NimConfig } from '../config/nim-config.ts';
import { catalogQuery } from './catalog-query.ts';
import { queryClient } from './query-client.ts';
import { settingsQuery } from './settings-query.ts';
import { readStoredKey, type StoredKey } from './stored-key.ts';
import { type Loaded, type Retry, useExternalData } from './use-external-data.ts';

/**
 * What there is about a project's key.
 * - `not-needed`: the cluster pulls with its own credentials
 * - `stored`: the project has one
 * - `incomplete`: only one of its two Secrets is there
 * - `missing`: one is to be entered
 */
export interface ProjectKey {
  project: string;
  kind: 'not-needed' | 'stored' | 'incomplete' | 'missing';
  /** The administrator switched verification off. */
  skipsVerification: boolean;
}

export type KeyData = { value?: ProjectKey } & Retry;

/**
 * Looks for the project's key. It runs from the moment the field is active until the wizard is left,
 * and so it is what forgets a key that was entered: when the project changes, and at the end.
 */
export const useKeyData = (project: string | undefined): Loaded<KeyData> => {
  const catalog = useQuery(catalogQuery, queryClient);
  useEffect(() => () => forgetKey(project), [project]);
  return useExternalData({
    queryKey: ['nimWizard', 'projectKey', project],
    queryFn: ({ signal }) => readProjectKey(project ?? '', signal),
    // The list of models comes first: what a person waits for is not held up by the rest.
    enabled: project !== undefined && catalog.isFetched,
    staleTime: 0,
    gcTime: 0,
  });
};

const readProjectKey = async (project: string, signal: AbortSignal): Promise<ProjectKey> => {
  const { nimConfig } = await queryClient.fetchQuery(settingsQuery);
  const skipsVerification = nimConfig.disableKeyValidation;
  return { project, kind: await kindOfKey(project, nimConfig, signal), skipsVerification };
};

const kindOfKey = async (
  project: string,
  config: NimConfig,
  signal: AbortSignal,
): Promise<ProjectKey['kind']> => {
  if (config.disconnected.disableKeyCollection) {
    return 'not-needed';
  }
  if (config.keyScope === 'deployment') {
    return 'missing';
  }
  return KIND_OF_STORED[await readStoredKey(project, signal)];
};

const KIND_OF_STORED: Readonly<Record<StoredKey, ProjectKey['kind']>> = {
  present: 'stored',
  absent: 'missing',
  hidden: 'missing',
  incomplete: 'incomplete',
};
