import { QueryClient } from '@tanstack/react-query';

/**
 * The plugin's one query cache: the host gives no provider, so every `useQuery` is handed this one.
 * Nothing in it is secret: a key is sent outside of it.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false },
  },
});
