import { useQuery } from '@tanstack/react-query';
import { catalogQuery } from '../catalog-query.ts';
import { queryClient } from '../query-client.ts';
import type { StorageData } from './storage-field.tsx';
import { type Loaded, useExternalData } from '../use-external-data.ts';
import { volumesQuery } from './volumes-query.ts';

/** Storage classes and the project's volumes; asked after the catalog, which people wait for. */
export const useStorageData = (project: string | undefined): Loaded<StorageData> => {
  const catalog = useQuery(catalogQuery, queryClient);
  return useExternalData({
    ...volumesQuery(project ?? ''),
    enabled: project !== undefined && catalog.isFetched,
    // The host asks for a field's first value again only when it sees the data arrive.
    gcTime: 0,
  });
};
