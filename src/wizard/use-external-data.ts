import { type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { queryClient } from './query-client.ts';

/** What a field's hook hands to the host, and the host back to the field's component. */
export interface Loaded<Data> {
  data: Data;
  loaded: boolean;
  loadError?: Error;
}

/** What a field's component needs besides the data itself. */
export interface Retry {
  retry: () => void;
}

/**
 * A query as the host wants external data: the same object until something in it changes. The host
 * mounts the hook outside of any provider, so the query client is handed in.
 */
export const useExternalData = <Data, Key extends readonly unknown[]>(
  query: UseQueryOptions<Data, Error, Data, Key>,
): Loaded<Partial<{ value: Data }> & Retry> => {
  const { data, error, isFetching, refetch } = useQuery(query, queryClient);
  const pending = data === undefined && (error === null || isFetching);
  return useMemo(
    () => ({
      data: {
        ...(data === undefined ? {} : { value: data }),
        retry: () => void refetch(),
      },
      loaded: !pending && error === null,
      ...(error === null || isFetching ? {} : { loadError: error }),
    }),
    [data, error, isFetching, pending, refetch],
  );
};
