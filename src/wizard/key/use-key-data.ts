import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { emptyVault } from '../../apiKey/key-vault.ts';
import { catalogQuery } from '../catalog-query.ts';
import { forgetMetKey, type ProjectKeyData, projectKeyQuery } from './project-key-query.ts';
import { forgetPulls } from '../pull-query.ts';
import { queryClient } from '../query-client.ts';
import { type Loaded, type Retry, useExternalData } from '../use-external-data.ts';

/** What is known of the project and its key, once it is there, with a way to ask again. */
export type KeyData = { value?: ProjectKeyData } & Retry;

/**
 * Looks for the project's key. It runs from the moment the field is active until the wizard is left,
 * and so it is what forgets a key that was entered, and what was said about it: when the project
 * changes, and at the end.
 */
export const useKeyData = (project: string | undefined): Loaded<KeyData> => {
  const catalog = useQuery(catalogQuery, queryClient);
  useEffect(
    () => () => {
      emptyVault(project);
      if (project !== undefined) {
        forgetPulls(project);
        forgetMetKey(project);
      }
    },
    [project],
  );
  return useExternalData({
    ...projectKeyQuery(project ?? ''),
    // The list of models comes first: what a person waits for is not held up by the rest.
    enabled: project !== undefined && catalog.isFetched,
  });
};
